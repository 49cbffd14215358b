package kabar.tui.paint;

/// Looks in the colours of a palette.
record Coloured(Palette palette) {

  Look look(Ink ink) {
    return switch (ink) {
      case TEXT, OVERLAY -> on(palette.text());
      case FAINT, BORDER, DAY, PENDING, OFFLINE -> faint();
      case STRONG, HEADING, UNREAD, ME, OVERLAY_HEADING -> on(palette.text()).bold();
      case HEADING_FOCUSED -> on(palette.text()).bold().reversed();
      case CHOSEN -> on(palette.text()).reversed();
      case BADGE, NEW -> on(palette.yellow()).bold();
      case NAME_BLUE -> on(palette.blue()).bold();
      case NAME_CYAN -> on(palette.cyan()).bold();
      case NAME_MAGENTA -> on(palette.magenta()).bold();
      case NAME_YELLOW -> on(palette.yellow()).bold();
      case LINK -> on(palette.blue()).underlined();
      case ONLINE, STORED -> on(palette.green());
      case AWAY -> on(palette.yellow());
      case FAILED, ERROR -> on(palette.red()).bold();
      case PROMPT, KEY -> on(palette.cyan()).bold();
      case TITLE -> bar().bold();
      case STATUS, STATE_GOOD, STATE_WAIT -> bar();
      case STATE_BAD -> bar().bold();
      case CHIP -> bar().bold();
      case MATCH -> on(palette.yellow()).reversed();
    };
  }

  /// A colour that is chosen to be readable must not be made darker by the terminal.
  private Look faint() {
    var look = on(palette.faint());
    return palette.faint() instanceof Colour.Own ? look.faint() : look;
  }

  private Look on(Colour foreground) {
    return Look.of(foreground, palette.background());
  }

  private Look bar() {
    return Look.of(palette.barText(), palette.bar());
  }
}
