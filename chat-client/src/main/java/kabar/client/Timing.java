package kabar.client;

import java.time.Duration;

/// How long a client waits for what. All above zero.
///
/// @param answer for the answer to a request; then the connection is given up
/// @param silence until it asks a server that says nothing whether it is there
/// @param pulse for the answer to that
/// @param firstPause at most so long before the second attempt to connect; each further pause may
///     be twice as long
/// @param longestPause between two attempts at most
/// @param steady online for so long, and the pauses begin anew
public record Timing(
    Duration answer,
    Duration silence,
    Duration pulse,
    Duration firstPause,
    Duration longestPause,
    Duration steady) {

  /// A minute of silence is what the protocol asks for; less notices sooner that a wire is dead.
  public static final Timing DEFAULT =
      new Timing(
          Duration.ofSeconds(30),
          Duration.ofSeconds(15),
          Duration.ofSeconds(5),
          Duration.ofMillis(500),
          Duration.ofMinutes(1),
          Duration.ofSeconds(30));
}
