package kabar.tui.program;

import kabar.tui.keys.Input;
import kabar.tui.reduce.Action;

/// Something that the screen's thread has to look at.
sealed interface Tiding {

  /// Something has happened.
  record Happened(Action action) implements Tiding {}

  /// Somebody has typed.
  record Typed(Input input) implements Tiding {}

  /// The terminal is gone.
  record Gone() implements Tiding {}

  /// What is known of something is old. It is looked up when the tiding is taken, so that one is
  /// enough however often it changed.
  sealed interface Stale extends Tiding {
    record Talks() implements Stale {}

    record Outbox() implements Stale {}

    /// The messages of a conversation.
    ///
    /// @param with whose conversation
    record History(String with) implements Stale {}

    /// The conversation that is open, whichever that is.
    record Open() implements Stale {}

    record People() implements Stale {}
  }
}
