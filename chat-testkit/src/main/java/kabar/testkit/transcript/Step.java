package kabar.testkit.transcript;

/// What happens between two prompts of a client.
///
/// @param terminal 1 for the first
/// @param prompt what is printed before anything is typed
/// @param action what is done then
/// @param printed what that leads to, up to the next prompt; every line has its LF
public record Step(int terminal, Line prompt, Action action, String printed) {

  /// What somebody does at a terminal.
  public sealed interface Action {

    /// Types a line, whose text may name tokens.
    record Type(Line line) implements Action {}

    /// Presses Ctrl-C.
    record Interrupt() implements Action {}

    /// Types nothing more.
    record EndInput() implements Action {}
  }
}
