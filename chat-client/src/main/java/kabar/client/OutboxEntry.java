package kabar.client;

import java.time.Instant;
import kabar.protocol.Reason;

/// A message on its way to the server.
///
/// @param key the client's own name for it
/// @param from whose message it is: it is sent in a session of this account alone
/// @param queuedAt when it was written, by this machine's clock
public record OutboxEntry(
    String key, String from, String to, String text, Instant queuedAt, Standing standing) {

  @Override
  public String toString() {
    return "OutboxEntry[key=%s, to=%s, standing=%s]".formatted(key, to, standing);
  }

  /// Whether it is to be sent.
  public boolean isPending() {
    return !isSettled();
  }

  /// Whether it was sent, has failed or was given up.
  public boolean isSettled() {
    return isSettled(standing);
  }

  /// Whether it stays in the outbox.
  boolean isOpen() {
    return isPending() || standing instanceof Standing.Failed;
  }

  static boolean isSettled(Standing standing) {
    return switch (standing) {
      case Standing.Sent _, Standing.Failed _, Standing.Dropped _ -> true;
      case Standing.Kept _, Standing.Sending _ -> false;
    };
  }

  OutboxEntry standing(Standing changed) {
    return new OutboxEntry(key, from, to, text, queuedAt, changed);
  }

  /// How far it has come.
  public sealed interface Standing {

    /// It is on disk here.
    record Kept() implements Standing {}

    /// It has left for the server.
    record Sending() implements Standing {}

    /// It is on disk there.
    record Sent(String id, Instant at) implements Standing {}

    /// The server does not take it. It stays in the outbox until it is retried or dropped.
    ///
    /// @param detail a sentence for people, empty where the reason says it all
    record Failed(Reason reason, String detail) implements Standing {}

    /// Its user has given it up.
    record Dropped() implements Standing {}
  }
}
