package kabar.tui.program;

/// Why the full screen was left.
public sealed interface Leave {

  /// Somebody has quit.
  record Quit() implements Leave {}

  /// It is to go on in lines.
  ///
  /// @param with the conversation that was open, empty for none
  record Plain(String with) implements Leave {}

  /// The password is to be asked for.
  record LogIn() implements Leave {}

  /// There is no terminal any more.
  record Gone() implements Leave {}
}
