package kabar.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import kabar.api.transport.CloseCause;
import kabar.testkit.network.Faults;
import kabar.testkit.transport.Event;
import kabar.testkit.transport.Reaction;
import kabar.testkit.transport.RecordingReceiver;
import org.junit.jupiter.api.Test;

/// How connections last and end, in virtual time.
class ConnectionLifeTest {
  private final Simulation simulation = new Simulation(Faults.perfect(), 1, Reaction.echo());
  private final SimulatedNetwork network = simulation.network;

  @Test
  void lastsAsLongAsNobodyLeaves() {
    var client = simulation.connect(Reaction.none());

    network.pass(Duration.ofDays(1).toSeconds());

    assertThat(simulation.openAtServer()).isEqualTo(1);
    long probes = Duration.ofDays(1).toSeconds() / 15;
    assertThat(simulation.clientCounters.datagramsOut.sum()).isBetween(probes - 10, probes + 10);
    client.offer("still here\n");
    simulation.until(() -> client.texts().size() == 1);
  }

  @Test
  void takesASilentPeerForDeadAfterAMinute() {
    var client = simulation.connect(Reaction.none());
    simulation.until(() -> !simulation.servers.all().isEmpty());
    var server = simulation.atServer();
    network.path().become(Faults.loss(1));

    long micros = network.until(() -> hasEnded(server) && hasEnded(client), 100);

    assertThat(micros).isBetween(59_000_000L, 61_000_000L);
    assertThat(server.awaitClosed()).isEqualTo(CloseCause.LOST);
    assertThat(client.awaitClosed()).isEqualTo(CloseCause.LOST);
  }

  @Test
  void endsAtOnceForAPeerThatHasForgotten() {
    var client = simulation.connect(Reaction.none());
    simulation.until(() -> !simulation.servers.all().isEmpty());
    network.path().become(Faults.loss(1));
    simulation.atServer().connection().abort(); // its reset is lost
    network.pass(1);
    network.path().become(Faults.perfect());

    client.offer("anybody?\n");
    long micros = network.until(() -> hasEnded(client), 100);

    assertThat(client.awaitClosed()).isEqualTo(CloseCause.LOST);
    assertThat(micros).isLessThan(1_000_000);
  }

  @Test
  void closesThoughThePeerNeverEndsItsOwnStream() {
    var client = simulation.connect(Reaction.none());
    simulation.until(() -> !simulation.servers.all().isEmpty());
    var server = simulation.atServer();

    server.connection().close();
    network.until(() -> hasEnded(server), 1);
    assertThat(server.awaitClosed()).isEqualTo(CloseCause.CLOSED);
    assertThat(client.count(Event.Finished.class)).isEqualTo(1);

    client.offer("too late\n");
    network.pass(4);
    assertThat(hasEnded(client)).as("within the five seconds").isFalse();
    network.pass(2);
    client.offer("much too late\n");
    network.until(() -> hasEnded(client), 1);
    assertThat(client.awaitClosed()).isEqualTo(CloseCause.LOST);
  }

  @Test
  void givesUpAClosingThatThePeerDoesNotTake() {
    var client = simulation.connect(Reaction.none());
    network.path().become(Faults.loss(1));
    client.offer("never arrives\n");
    client.connection().close();

    long micros = network.until(() -> hasEnded(client), 10);

    assertThat(micros).isBetween(4_900_000L, 5_100_000L);
    assertThat(client.awaitClosed()).isEqualTo(CloseCause.STALLED);
  }

  @Test
  void keepsNothingOfConnectionsThatHaveEnded() {
    for (int i = 0; i < 100; i++) {
      var client = simulation.connect(Reaction.none());
      client.connection().close();
      simulation.until(() -> client.count(Event.Closed.class) == 1);
      simulation.servers.all().forEach(it -> it.connection().close());
    }

    network.pass(30);

    assertThat(simulation.openAtServer()).isZero();
    assertThat(simulation.server.idleMillis()).as("nobody is waited for").isZero();
    assertThat(simulation.client.idleMillis()).as("nobody is waited for").isZero();
  }

  @Test
  void leavesAnotherAloneToWhichThePeerGaveTheSameId() {
    var outcome = simulation.call(Reaction.none(), 60_000);
    outcome.accepted(7, Simulation.SERVER);
    outcome.accepted(7, Simulation.SERVER);

    outcome.connections.getFirst().abort();
    network.pass(1);

    assertThat(simulation.client.connection(7)).isSameAs(outcome.connections.get(1));
  }

  @Test
  void asksAgainWhenTheNewsOfAnOpenWindowIsLost() {
    var slow = new Simulation(Faults.perfect(), 1, Reaction.none(), Map.of("stall-timeout", "10m"));
    var client = slow.connect(Reaction.none());
    slow.until(() -> !slow.servers.all().isEmpty());
    var server = slow.atServer();
    server.connection().pause();
    int accepted = 0;
    for (int second = 0; second < 3; second++) {
      while (client.offer("%01023d\n".formatted(accepted))) {
        accepted++;
      }
      slow.network.pass(1);
    }

    slow.network.path().become(Faults.loss(1));
    server.connection().resume();
    slow.network.pass(1);
    slow.network.path().become(Faults.perfect());

    int all = accepted;
    slow.until(() -> server.texts().size() == all);
  }

  private static boolean hasEnded(RecordingReceiver receiver) {
    return receiver.count(Event.Closed.class) == 1;
  }
}
