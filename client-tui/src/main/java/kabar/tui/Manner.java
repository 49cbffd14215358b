package kabar.tui;

/// How somebody wants the chat to be opened.
///
/// @param server its URL, empty for that of the session
/// @param isPlain whether in lines, whatever the terminal can do
/// @param isQuiet whether in lines what comes is held until Enter is pressed
/// @param theme of the full screen, empty for the one that is set
record Manner(String server, boolean isPlain, boolean isQuiet, String theme) {
  /// As the profile and the terminal have it.
  static final Manner USUAL = new Manner("", false, false, "");
}
