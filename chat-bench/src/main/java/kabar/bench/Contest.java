package kabar.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Server against responder, in turns: whatever else the machine does meanwhile meets both.
///
/// @param wire how the load carries requests
/// @param exchange what is asked and answered
/// @param plan how long to play
record Contest(Side server, Optional<Side> responder, Wire wire, Exchange exchange, Plan plan) {

  /// Who takes part.
  record Side(InetSocketAddress address, ProcessFigures figures) {
    static Side of(ServerProcess process) throws IOException {
      return new Side(process.awaitReady().address(), process.figures());
    }
  }

  /// @param warmUp for the server, before the first round of each load
  record Plan(int rounds, Duration round, Duration warmUp) {
    @Override
    public String toString() {
      return "%d rounds of %d s each".formatted(rounds, round.toSeconds());
    }
  }

  /// The medians of a load's rounds. What concerns the responder is NaN without one.
  ///
  /// @param ratio of the server's CPU time per request to the responder's in the same round
  record Outcome(
      LoadShape shape,
      double serverPerSecond,
      double responderPerSecond,
      double serverMicros,
      double responderMicros,
      double ratio,
      long replies) {}

  private record Pair(Contestant.Round server, Contestant.Round responder) {
    double ratio() {
      return server.cpuMicros() / responder.cpuMicros();
    }
  }

  /// Plays all rounds of one load.
  Outcome play(LoadShape shape) throws IOException {
    try (var serverLoad = load(server, shape);
        var responderLoad = responder.isPresent() ? load(responder.get(), shape) : null) {
      var first = new Contestant(server.figures(), serverLoad);
      first.play(plan.warmUp());
      var pairs = new ArrayList<Pair>();
      for (int i = 0; i < plan.rounds(); i++) {
        var own = first.play(plan.round());
        var other =
            responderLoad == null
                ? new Contestant.Round(0, Double.NaN, Double.NaN)
                : new Contestant(responder.get().figures(), responderLoad).play(plan.round());
        pairs.add(new Pair(own, other));
      }
      return outcome(shape, pairs);
    }
  }

  private LoadGenerator load(Side side, LoadShape shape) throws IOException {
    return new LoadGenerator(wire, side.address(), exchange, shape, _ -> {});
  }

  private static Outcome outcome(LoadShape shape, List<Pair> pairs) {
    return new Outcome(
        shape,
        Median.of(pairs, pair -> pair.server().perSecond()),
        Median.of(pairs, pair -> pair.responder().perSecond()),
        Median.of(pairs, pair -> pair.server().cpuMicros()),
        Median.of(pairs, pair -> pair.responder().cpuMicros()),
        Median.of(pairs, Pair::ratio),
        pairs.stream().mapToLong(p -> p.server().requests() + p.responder().requests()).sum());
  }
}
