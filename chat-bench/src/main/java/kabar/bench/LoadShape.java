package kabar.bench;

/// How a server is loaded: each connection keeps `depth` requests on their way, always.
record LoadShape(int connections, int depth) {
  private static final int MAX_CONNECTIONS = 10_000;
  private static final int MAX_DEPTH = 1_000;

  LoadShape {
    requireBetween("connections", connections, MAX_CONNECTIONS);
    requireBetween("depth", depth, MAX_DEPTH);
  }

  /// Reads what is written like `64x16`.
  static LoadShape parse(String text) {
    int cross = text.indexOf('x');
    try {
      return new LoadShape(
          Integer.parseInt(text.substring(0, Math.max(0, cross))),
          Integer.parseInt(text.substring(cross + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "cannot use '%s' (expected CONNECTIONSxDEPTH, as 64x16)".formatted(text), e);
    }
  }

  @Override
  public String toString() {
    return connections + "×" + depth;
  }

  private static void requireBetween(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s: cannot use %d (expected 1..%d)".formatted(name, value, most));
    }
  }
}
