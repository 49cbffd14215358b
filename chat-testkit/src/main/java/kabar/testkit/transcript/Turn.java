package kabar.testkit.transcript;

/// What happens next in a dialogue.
public sealed interface Turn {

  /// The client sends a line.
  ///
  /// @param connection whose it is
  record Ask(String connection, Line line) implements Turn {}

  /// The server sends a line.
  ///
  /// @param connection to whom
  record Hear(String connection, Line line) implements Turn {}

  /// A second passes.
  record Pass() implements Turn {}
}
