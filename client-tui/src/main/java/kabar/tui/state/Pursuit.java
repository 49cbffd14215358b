package kabar.tui.state;

/// What older messages are wanted for.
public sealed interface Pursuit {

  /// For nothing but to be there.
  record None() implements Pursuit {}

  /// A search has found nothing in what is known, and goes on in what comes.
  record Searching() implements Pursuit {}

  /// So many messages are to be known here, and the oldest of them shown.
  record Reaching(int messages) implements Pursuit {}
}
