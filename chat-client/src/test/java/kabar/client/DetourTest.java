package kabar.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import kabar.api.Providers;
import kabar.api.transport.TransportProvider;
import kabar.client.OutboxEntry.Standing;
import kabar.protocol.Command;
import org.junit.jupiter.api.Test;

/// A client whose URL asks for UDP, on networks that may let none through.
class DetourTest {
  private static final URI SERVER = URI.create("udp://server:8889");
  private static final Way STRAIGHT = Way.straight("udp");
  private static final Way OVER_TCP = new Way("tcp", "udp");

  private final VirtualTime time = new VirtualTime();
  private final VirtualNet udp = new VirtualNet(time, 7, "udp");
  private final VirtualNet tcp = new VirtualNet(time, 8, "tcp");
  private final FakeDisk disk = new FakeDisk();
  private final ScriptedServer server = new ScriptedServer().in(udp).in(tcp);

  DetourTest() throws ProfileException {
    SessionFile.in(disk.program()).write(new KeptSession(SERVER, "messi", ScriptedServer.TOKEN));
  }

  @Test
  void takesTheWayThatTheUrlNamesIfItIsAnswered() {
    var machine = online(udp, tcp);

    assertThat(way(machine)).isEqualTo(STRAIGHT);
    assertThat(tcp.attempts()).isZero();
  }

  @Test
  void goesOverTcpWhenUdpGetsNoAnswerAndSaysSo() throws ProfileException {
    udp.unreachable(true);

    var machine = online(udp, tcp);

    assertThat(way(machine)).isEqualTo(OVER_TCP);
    assertThat(machine.news(News.StateChanged.class))
        .extracting(News.StateChanged::state)
        .containsExactly(
            new ConnectionState.Connecting(),
            new ConnectionState.Online(ScriptedServer.MESSI, OVER_TCP));
    assertThat(SessionFile.in(disk.program()).read().orElseThrow().server()).isEqualTo(SERVER);
  }

  @Test
  void carriesTheSessionAcrossAndLosesNothing() {
    var machine = online(udp, tcp);
    server.tell(ChatClientTest.posted("1", "over udp", "s-2"));
    until(() -> !machine.news(News.Posted.class).isEmpty());

    udp.unreachable(true);
    server.hangUp();
    until(() -> machine.client().state() instanceof ConnectionState.Offline);
    var outgoing = machine.client().send("henderson", "in between");
    until(() -> outgoing.fate().toCompletableFuture().isDone());

    assertThat(way(machine)).isEqualTo(OVER_TCP);
    assertThat(outgoing.fate().toCompletableFuture().join()).isInstanceOf(Standing.Sent.class);
    assertThat(server.asked(Command.Send.class)).hasSize(1);
    assertThat(server.asked(Command.Resume.class)).hasSize(2);
    assertThat(server.asked(Command.Subscribe.class).getLast().after()).isEqualTo("s-2");
    assertThat(machine.news(News.Posted.class)).hasSize(1);
    assertThat(machine.news(News.Reset.class)).hasSize(1);
  }

  @Test
  void staysOnTcpWhileTheConnectionLasts() {
    udp.unreachable(true);
    var machine = online(udp, tcp);
    udp.unreachable(false);

    time.pass(Duration.ofHours(2));

    assertThat(way(machine)).isEqualTo(OVER_TCP);
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void doesNotWaitForUdpAgainWithinTenMinutes() {
    udp.unreachable(true);
    var machine = online(udp, tcp);

    time.pass(Duration.ofMinutes(9));
    comeBack(machine);

    assertThat(way(machine)).isEqualTo(OVER_TCP);
    assertThat(udp.attempts()).isEqualTo(1);
  }

  @Test
  void triesUdpFirstAgainAfterTenMinutes() {
    udp.unreachable(true);
    var machine = online(udp, tcp);
    udp.unreachable(false);

    time.pass(Duration.ofMinutes(11));
    comeBack(machine);

    assertThat(way(machine)).isEqualTo(STRAIGHT);
    assertThat(tcp.attempts()).isEqualTo(1);
  }

  @Test
  void doesNotSlowTheDetourDownForLongerThanItNeeds() {
    udp.unreachable(true);
    var machine = online(udp, tcp);

    time.pass(Duration.ofMinutes(11));
    comeBack(machine);
    time.pass(Duration.ofMinutes(9));
    comeBack(machine);

    assertThat(way(machine)).isEqualTo(OVER_TCP);
    assertThat(udp.attempts()).isEqualTo(2);
  }

  @Test
  void triesUdpAtOnceWhenTcpFailsToo() {
    udp.unreachable(true);
    var machine = online(udp, tcp);
    udp.unreachable(false);
    tcp.unreachable(true);

    comeBack(machine);

    assertThat(way(machine)).isEqualTo(STRAIGHT);
    assertThat(machine.news(News.StateChanged.class))
        .filteredOn(it -> it.state() instanceof ConnectionState.Offline)
        .hasSize(1);
  }

  @Test
  void tellsOfBothWhenNeitherIsAnswered() {
    udp.unreachable(true);
    tcp.unreachable(true);

    var machine = machine(udp, tcp).go();
    until(() -> machine.client().state() instanceof ConnectionState.Offline);

    var offline = machine.last(ConnectionState.Offline.class).orElseThrow();
    assertThat(offline.loss()).isEqualTo(Loss.UNREACHABLE);
    assertThat(offline.detail())
        .isEqualTo(
            "udp://server:8889: nobody listens there; tcp://server:8889: nobody listens there");
  }

  @Test
  void doesWithoutTcpWhereThatIsNotThere() {
    udp.unreachable(true);

    var machine = machine(udp).go();
    until(() -> machine.client().state() instanceof ConnectionState.Offline);

    assertThat(machine.last(ConnectionState.Offline.class).orElseThrow().detail())
        .isEqualTo("udp://server:8889: nobody listens there");
  }

  private void comeBack(Machine machine) {
    int before = server.connections();
    server.hangUp();
    until(() -> server.connections() == before + 1 && machine.isOnline());
  }

  private Machine online(TransportProvider... transports) {
    var machine = machine(transports).go();
    until(machine::isOnline);
    return machine;
  }

  private Machine machine(TransportProvider... transports) {
    var providers = Providers.<TransportProvider>of("transport", List.of(transports));
    var plan = Machine.plan(new Destination(SERVER, providers));
    return new Machine(time, disk, 3, new Random(1), plan);
  }

  private void until(java.util.function.BooleanSupplier condition) {
    assertThat(time.passUntil(condition, Duration.ofMinutes(5))).isTrue();
  }

  private static Way way(Machine machine) {
    return ((ConnectionState.Online) machine.client().state()).way();
  }
}
