package kabar.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kabar.api.transport.CloseCause;
import kabar.testkit.network.Fault;
import kabar.testkit.network.Faults;
import kabar.testkit.transport.Event;
import kabar.testkit.transport.Reaction;
import kabar.testkit.transport.RecordingReceiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A connection over every kind of network, in virtual time: whole, in order, once.
class LossyConnectionTest {
  private static final int SEEDS = 20;
  private static final int PAYLOADS = 400;
  private static final int MOST_BYTES = 3_000;

  static Stream<Arguments> conditions() {
    return Stream.of(
        Arguments.of("perfect", Faults.perfect(), List.of()),
        Arguments.of("loss of 1 %", Faults.loss(0.01), List.of(Fault.LOSS)),
        Arguments.of("loss of 5 %", Faults.loss(0.05), List.of(Fault.LOSS)),
        Arguments.of("loss of 20 %", Faults.loss(0.20), List.of(Fault.LOSS)),
        Arguments.of("reordering", Faults.reordering(), List.of(Fault.REORDERING)),
        Arguments.of("duplicating", Faults.duplicating(), List.of(Fault.DUPLICATION)),
        Arguments.of("black-outs", Faults.blackouts(), List.of(Fault.BLACK_OUT)),
        Arguments.of("corrupting", Faults.corrupting(), List.of(Fault.CORRUPTION)),
        Arguments.of("truncating", Faults.truncating(), List.of(Fault.TRUNCATION)),
        Arguments.of("everything", Faults.everything(), List.of(Fault.LOSS, Fault.CORRUPTION)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conditions")
  void deliversBothStreamsWholeInOrderAndOnce(String name, Faults faults, List<Fault> expected) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      var simulation = new Simulation(faults, seed, Reaction.none());
      var client = simulation.connect(Reaction.none());
      simulation.until(() -> !simulation.servers.all().isEmpty());
      var server = simulation.atServer();
      simulation.network.pass(8); // to where the black-outs begin
      var random = new Random(seed);
      var up = payloads(random);
      var down = payloads(random);

      exchange(simulation, client, up, server, down);

      assertThat(server.texts()).as("to the server, seed %d", seed).isEqualTo(up);
      assertThat(client.texts()).as("to the client, seed %d", seed).isEqualTo(down);
      close(simulation, client, server, seed);
      assertThat(expected)
          .as("faults that happened, seed %d", seed)
          .allMatch(fault -> simulation.network.path().count(fault) > 0);
    }
  }

  @Test
  void keepsGoingForAnHourOfBlackOuts() {
    var simulation = new Simulation(Faults.blackouts(), 1, Reaction.echo());
    var client = simulation.connect(Reaction.none());

    for (int i = 0; i < 360; i++) {
      client.offer("every ten seconds " + i + "\n");
      simulation.network.pass(10);
    }

    simulation.until(() -> client.texts().size() == 360);
    assertThat(client.texts())
        .isEqualTo(IntStream.range(0, 360).mapToObj(i -> "every ten seconds " + i + "\n").toList());
  }

  /// Offers a little now and a little then at both ends, until both have all.
  private static void exchange(
      Simulation simulation,
      RecordingReceiver client,
      List<String> up,
      RecordingReceiver server,
      List<String> down) {
    int offeredUp = 0;
    int offeredDown = 0;
    while (server.texts().size() < up.size() || client.texts().size() < down.size()) {
      for (int i = 0; i < 20 && offeredUp < up.size() && client.offer(up.get(offeredUp)); i++) {
        offeredUp++;
      }
      for (int i = 0; i < 5 && offeredDown < down.size(); i++) {
        if (server.offer(down.get(offeredDown))) {
          offeredDown++;
        }
      }
      int before = server.texts().size() + client.texts().size();
      simulation.until(() -> server.texts().size() + client.texts().size() > before);
    }
  }

  private static void close(
      Simulation simulation, RecordingReceiver client, RecordingReceiver server, long seed) {
    client.connection().close();
    simulation.until(() -> server.count(Event.Finished.class) == 1);
    server.connection().close();
    simulation.until(() -> server.count(Event.Closed.class) == 1);
    simulation.until(() -> client.count(Event.Closed.class) == 1);
    assertThat(client.awaitClosed()).as("seed %d", seed).isEqualTo(CloseCause.CLOSED);
    assertThat(server.awaitClosed()).as("seed %d", seed).isEqualTo(CloseCause.CLOSED);
    assertThat(simulation.openAtServer()).isZero();
  }

  private static List<String> payloads(Random random) {
    return IntStream.range(0, PAYLOADS)
        .mapToObj(i -> i + "x".repeat(random.nextInt(MOST_BYTES) / (1 + i % 7)) + "\n")
        .toList();
  }
}
