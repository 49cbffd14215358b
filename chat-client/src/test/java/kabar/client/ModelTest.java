package kabar.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kabar.testkit.network.Fault;
import kabar.testkit.network.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Drives clients and the real server through whatever can happen to them, in virtual time, and
/// compares what users see with what was written.
///
/// `-Dkabar.model.runs=10000` makes it that many runs, and a twentieth of that over each kind of
/// network of datagrams; `-Dkabar.seed=…` makes it the one that failed.
class ModelTest {
  private static final int RUNS = Integer.getInteger("kabar.model.runs", 100);

  /// A run over UDP takes some times longer.
  private static final int UDP_PART = 20;

  @Test
  void everybodySeesWhatWasWrittenWhateverHappens() {
    run(RUNS, VirtualNet::new);
  }

  static Stream<Arguments> conditions() {
    return Stream.of(
        Arguments.of("perfect", Faults.perfect(), Set.of()),
        Arguments.of("loss of 5 %", Faults.loss(0.05), Set.of(Fault.LOSS)),
        Arguments.of("loss of 20 %", Faults.loss(0.20), Set.of(Fault.LOSS)),
        Arguments.of("everything", Faults.everything(), Set.of(Fault.values())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conditions")
  void everybodySeesItOverUdpToo(String name, Faults faults, Set<Fault> expected) {
    var nets = new ArrayList<UdpNet>();

    run(
        Math.ceilDiv(RUNS, UDP_PART),
        (time, seed) -> {
          nets.add(new UdpNet(time, seed, faults));
          return nets.getLast();
        });

    assertThat(expected)
        .as("faults that happened")
        .allMatch(fault -> nets.stream().anyMatch(net -> net.count(fault) > 0));
  }

  private static void run(int runs, ModelNet.Maker nets) {
    var seed = Long.getLong("kabar.seed");
    if (seed != null) {
      run(seed, nets);
      return;
    }
    var seeds = new Random();
    for (int i = 0; i < runs; i++) {
      run(seeds.nextLong(), nets);
    }
  }

  private static void run(long seed, ModelNet.Maker nets) {
    var run = new ModelRun(seed, nets);
    try {
      run.run();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "again with -Dkabar.seed=%d: %s%n%s"
              .formatted(seed, e.getMessage(), String.join("\n", run.log())),
          e);
    }
  }
}
