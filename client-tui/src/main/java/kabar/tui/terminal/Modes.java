package kabar.tui.terminal;

/// What is switched on in a terminal for the time of the full screen, and off after it.
final class Modes {
  private static final String SAVE_TITLE = "\033[22;0t";
  private static final String RESTORE_TITLE = "\033[23;0t";
  private static final String END_FRAME = "\033[?2026l";
  private static final String PLAIN = "\033[0m";
  private static final String SHOW_CURSOR = "\033[?25h";

  /// The alternate screen, brackets around what is pasted, and events of the focus. Harmless where
  /// they are on already.
  static final String ON = "\033[?1049h\033[?2004h\033[?1004h";

  private static final String OFF = "\033[?1004l\033[?2004l\033[?1049l";

  static final String TAKE = SAVE_TITLE + ON;

  /// Also ends the frame, the style and the hidden cursor that an early end left behind.
  static final String GIVE_BACK = END_FRAME + PLAIN + SHOW_CURSOR + OFF + RESTORE_TITLE;

  private Modes() {}
}
