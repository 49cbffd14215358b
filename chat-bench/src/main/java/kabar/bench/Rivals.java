package kabar.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// UDP beside TCP, in turns, at one server and with the same kind of load.
///
/// @param server that listens over both
/// @param exchange what is asked and answered
/// @param plan how long to play
record Rivals(ServerProcess server, Exchange exchange, Contest.Plan plan) {

  /// The medians of one transport's rounds; the latencies are those of all rounds.
  record Way(
      long requests, double perSecond, double cpuMicros, double p50Micros, double p99Micros) {}

  /// What a load came to.
  ///
  /// @param rate of UDP's requests per second to TCP's in the same round, the median
  /// @param cost of UDP's CPU time per request to TCP's, as well
  record Outcome(LoadShape shape, Way udp, Way tcp, double rate, double cost) {}

  private record Pair(Contestant.Round udp, Contestant.Round tcp) {}

  /// A transport under its load.
  private record Lane(Contestant contestant, Latencies latencies, Load load)
      implements AutoCloseable {
    @Override
    public void close() throws IOException {
      load.close();
    }
  }

  /// Plays all rounds of one load.
  Outcome play(LoadShape shape) throws IOException {
    try (var udp = lane(Transports.UDP, shape);
        var tcp = lane(Transports.TCP, shape)) {
      warmUp(udp);
      warmUp(tcp);
      var pairs = new ArrayList<Pair>();
      for (int i = 0; i < plan.rounds(); i++) {
        pairs.add(
            new Pair(udp.contestant().play(plan.round()), tcp.contestant().play(plan.round())));
      }
      return new Outcome(
          shape,
          way(pairs.stream().map(Pair::udp).toList(), udp.latencies()),
          way(pairs.stream().map(Pair::tcp).toList(), tcp.latencies()),
          Median.of(pairs, it -> it.udp().perSecond() / it.tcp().perSecond()),
          Median.of(pairs, it -> it.udp().cpuMicros() / it.tcp().cpuMicros()));
    }
  }

  private Lane lane(String scheme, LoadShape shape) throws IOException {
    URI address = server.awaitReady().address(scheme);
    var latencies = new Latencies();
    var load = TransportLoad.open(address, exchange, shape, latencies);
    return new Lane(new Contestant(server.figures(), load), latencies, load);
  }

  private void warmUp(Lane lane) throws IOException {
    lane.contestant().play(plan.warmUp());
    lane.latencies().clear();
  }

  private static Way way(List<Contestant.Round> rounds, Latencies latencies) {
    return new Way(
        rounds.stream().mapToLong(Contestant.Round::requests).sum(),
        Median.of(rounds, Contestant.Round::perSecond),
        Median.of(rounds, Contestant.Round::cpuMicros),
        latencies.percentile(50) / 1e3,
        latencies.percentile(99) / 1e3);
  }
}
