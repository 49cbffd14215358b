package kabar.client;

import java.time.Duration;
import java.time.Instant;
import kabar.protocol.Profile;

/// How a client stands with its server.
public sealed interface ConnectionState {

  /// It was not told to connect yet, or it was closed.
  record Idle() implements ConnectionState {}

  /// It is about to go online.
  record Connecting() implements ConnectionState {}

  /// It is told of all that happens.
  ///
  /// @param me whose session it has
  /// @param way how the server was reached
  record Online(Profile me, Way way) implements ConnectionState {}

  /// There is no connection; it tries again by itself.
  ///
  /// @param retryIn the pause before the next attempt, from when this state began
  /// @param retryAt the same by the machine's clock, for a countdown
  /// @param detail what happened, technically; one line that no terminal is driven by
  record Offline(Loss loss, Duration retryIn, Instant retryAt, String detail)
      implements ConnectionState {}

  /// There is no connection, and trying again would not help unless something changes.
  ///
  /// @param detail as above
  record Refused(Refusal refusal, String detail) implements ConnectionState {}
}
