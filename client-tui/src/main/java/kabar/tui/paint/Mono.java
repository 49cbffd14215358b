package kabar.tui.paint;

/// Looks without colours.
final class Mono {
  private static final Look PLAIN = Look.of(new Colour.Own(), new Colour.Own());

  private Mono() {}

  static Look look(Ink ink) {
    return switch (ink) {
      case TEXT, FAINT, BORDER, DAY, PENDING, STORED, PROMPT, AWAY, OFFLINE -> PLAIN;
      case STRONG, UNREAD, ME, NAME_BLUE, NAME_CYAN, NAME_MAGENTA, NAME_YELLOW -> PLAIN.bold();
      case ONLINE, NEW, ERROR, FAILED, OVERLAY_HEADING, KEY -> PLAIN.bold();
      case HEADING, LINK -> PLAIN.underlined();
      case HEADING_FOCUSED, BADGE -> PLAIN.bold().underlined();
      case OVERLAY -> PLAIN;
      case CHOSEN, TITLE, STATUS, STATE_GOOD, STATE_WAIT, CHIP, MATCH -> PLAIN.reversed();
      case STATE_BAD -> PLAIN.bold().reversed();
    };
  }
}
