package kabar.bench;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/// The options about how long a load is played, of all commands that play rounds.
final class RoundOptions {
  private static final int MAX_ROUNDS = 1_000;
  private static final int MAX_SECONDS = 600;

  @Option(
      names = "--rounds",
      defaultValue = "7",
      description = "Rounds of each load. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--seconds",
      defaultValue = "2",
      description = "How long a round takes. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "6",
      description = "Before the first round of each load. Default: ${DEFAULT-VALUE}.")
  private int warmUpSeconds;

  /// The same for another command.
  List<String> arguments() {
    return List.of(
        "--rounds", rounds + "", "--seconds", seconds + "", "--warm-up", warmUpSeconds + "");
  }

  /// What was asked for.
  ///
  /// @throws picocli.CommandLine.ParameterException if one is out of bounds
  Contest.Plan plan(Usage usage) {
    usage.requireBetween("--rounds", rounds, 1, MAX_ROUNDS);
    usage.requireBetween("--seconds", seconds, 1, MAX_SECONDS);
    usage.requireBetween("--warm-up", warmUpSeconds, 1, MAX_SECONDS);
    return new Contest.Plan(rounds, Duration.ofSeconds(seconds), Duration.ofSeconds(warmUpSeconds));
  }
}
