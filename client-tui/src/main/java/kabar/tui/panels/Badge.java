package kabar.tui.panels;

/// A count that is shown.
final class Badge {
  private static final long MOST = 99;

  private Badge() {}

  static String of(long count) {
    return count > MOST ? MOST + "+" : String.valueOf(count);
  }

  /// The same for what is for the user alone; empty for nothing.
  static String direct(long count) {
    return count == 0 ? "" : "@" + of(count);
  }
}
