package kabar.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import kabar.api.transport.CloseCause;
import kabar.testkit.network.Faults;
import kabar.testkit.transport.Event;
import kabar.testkit.transport.Reaction;
import org.junit.jupiter.api.Test;

/// How connections begin, and what does not begin one, in virtual time.
class HandshakeTest {
  private static final InetSocketAddress ELSEWHERE = new InetSocketAddress("127.0.0.2", 1);

  private final Simulation simulation =
      new Simulation(Faults.perfect(), 1, Reaction.echo().and(Reaction.leave()));
  private final SimulatedNetwork network = simulation.network;

  @Test
  void keepsNothingOfAHundredThousandStrangers() {
    var random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      var stranger = new InetSocketAddress("127.0.0.3", 1 + random.nextInt(65_535));
      var hello = new Handshake.Hello(1, 1, random.nextLong());
      simulation.server.pass(stranger, datagram(hello));
    }

    assertThat(simulation.serverCounters.datagramsOut.sum()).isEqualTo(100_000);
    assertThat(simulation.serverCounters.bytesOut.sum())
        .isLessThan(simulation.serverCounters.bytesIn.sum());
    assertThat(simulation.doorkeeper.countOpenings()).isZero();
    assertThat(simulation.openAtServer()).isZero();
    assertThat(simulation.server.idleMillis()).as("nobody is waited for").isZero();
  }

  @Test
  void answersWithLessThanItWasAsked() {
    var hello = datagram(new Handshake.Hello(1, 1, 7)).remaining();
    var open = datagram(new Handshake.Open(1, 7, new Cookie(1, 2, 3))).remaining();
    var packet = datagram(Packet.acknowledging(false, 7, new Ack(0, 0, 0, 0))).remaining();

    assertThat(datagram(new Handshake.Offer(1, 7, new Cookie(1, 2, 3))).remaining())
        .isLessThan(hello);
    assertThat(datagram(new Handshake.Refused(7, 2, 1, 1)).remaining()).isLessThan(open);
    assertThat(datagram(new Handshake.Accept(1, 7, 8)).remaining()).isLessThan(open);
    assertThat(datagram(new Reset(7)).remaining()).isLessThan(packet);
  }

  @Test
  void changesNothingWhenAllThatWasSaidIsSaidAgain() {
    network.record();
    var client = simulation.connect(Reaction.none());
    client.offer("once\n");
    simulation.until(() -> client.texts().size() == 1);
    replay();
    assertThat(client.texts()).containsExactly("once\n");
    assertThat(simulation.atServer().texts()).containsExactly("once\n");

    client.connection().close();
    simulation.until(() -> client.count(Event.Closed.class) == 1);
    simulation.until(() -> simulation.openAtServer() == 0);
    replay();
    network.pass(6);
    replay();

    assertThat(simulation.serverCounters.accepted.sum()).isEqualTo(1);
    assertThat(simulation.atServer().texts()).containsExactly("once\n");
    assertThat(simulation.openAtServer()).isZero();
    network.pass(60);
    replay();
    assertThat(simulation.serverCounters.accepted.sum()).isEqualTo(1);
    assertThat(simulation.serverCounters.refusedCookies.sum()).isPositive();
  }

  @Test
  void saysThatAConnectionHasEndedToWhoOpensItAgain() {
    network.record();
    var client = simulation.connect(Reaction.none());
    simulation.atServer().connection().abort();
    simulation.until(() -> client.count(Event.Closed.class) == 1);

    replay();

    assertThat(answers())
        .filteredOn(Handshake.Refused.class::isInstance)
        .extracting(it -> ((Handshake.Refused) it).reason())
        .containsExactly(5);
  }

  @Test
  void knowsACookieAgainForTenSecondsAndAtItsAddressOnly() {
    var cookies = new Cookies(new byte[32]);
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1_000);
    var cookie = cookies.bake(address, 1, 7, 100);

    assertThat(cookies.isGood(cookie, address, 1, 7, 100)).isTrue();
    assertThat(cookies.isGood(cookie, address, 1, 7, 110)).isTrue();
    assertThat(cookies.isGood(cookie, address, 1, 7, 111)).isFalse();
    assertThat(cookies.isGood(cookie, address, 1, 7, 99)).isFalse();
    assertThat(cookies.isGood(cookie, address, 1, 8, 100)).isFalse();
    assertThat(cookies.isGood(cookie, address, 2, 7, 100)).isFalse();
    assertThat(
            cookies.isGood(
                cookie, new InetSocketAddress(InetAddress.getLoopbackAddress(), 1_001), 1, 7, 100))
        .isFalse();
    assertThat(cookies.isGood(cookie, new InetSocketAddress("127.0.0.2", 1_000), 1, 7, 100))
        .isFalse();
    var forged = new Cookie(cookie.issuedAt(), cookie.codeHigh(), cookie.codeLow() ^ 1);
    assertThat(cookies.isGood(forged, address, 1, 7, 100)).isFalse();
    assertThat(new Cookies(new byte[] {1}).isGood(cookie, address, 1, 7, 100)).isFalse();
  }

  @Test
  void opensNothingForAForgedCookie() {
    var open = new Handshake.Open(1, 7, new Cookie(0, 1, 2));

    simulation.server.pass(ELSEWHERE, datagram(open));

    assertThat(simulation.serverCounters.refusedCookies.sum()).isEqualTo(1);
    assertThat(simulation.doorkeeper.countOpenings()).isZero();
    assertThat(simulation.servers.all()).isEmpty();
  }

  @Test
  void saysWhichVersionsThereAre() {
    network.record();

    network.inject(Simulation.CLIENT, Simulation.SERVER, datagram(new Handshake.Hello(2, 9, 7)));
    network.pass(1);

    assertThat(answers()).containsExactly(new Handshake.Refused(7, 2, 1, 1));
    var outcome = simulation.call(Reaction.none(), 60_000);
    simulation.until(outcome::isThere);
    assertThat(outcome.connections).hasSize(1);
  }

  @Test
  void tellsACallerOfVersionsThatItDoesNotSpeak() {
    var old = new Simulation(Faults.loss(1), 1, Reaction.none());
    var outcome = old.call(Reaction.none(), 60_000);
    old.network.pass(1);

    for (long nonce : old.dialed()) {
      old.client.pass(Simulation.SERVER, datagram(new Handshake.Refused(nonce, 2, 3, 4)));
    }

    assertThat(outcome.failures.getFirst())
        .hasMessageContaining("udp://127.0.0.1:8889")
        .hasMessageContaining("versions 3 to 4");
  }

  @Test
  void givesUpACallThatNobodyAnswers() {
    var deaf = new Simulation(Faults.loss(1), 1, Reaction.none());
    var outcome = deaf.call(Reaction.none(), 5_000);

    long micros = deaf.network.until(outcome::isThere, 10);

    assertThat(micros).isBetween(4_900_000L, 5_100_000L);
    assertThat(deaf.clientCounters.datagramsOut.sum()).as("HELLO").isBetween(5L, 7L);
    assertThat(outcome.failures.getFirst()).hasMessageContaining("no answer within 5000 ms");
    assertThat(deaf.dialed()).isEmpty();
  }

  @Test
  void refusesNewcomersWhileItStops() {
    var client = simulation.connect(Reaction.none());
    simulation.doorkeeper.stop();

    var outcome = simulation.call(Reaction.none(), 60_000);
    simulation.until(outcome::isThere);

    assertThat(outcome.failures.getFirst()).hasMessageContaining("stopping");
    client.offer("still here\n");
    simulation.until(() -> client.texts().size() == 1);
  }

  @Test
  void answersPacketsForNobodyWithAFewResets() {
    var packet = Packet.acknowledging(false, 4_711, new Ack(0, 0, 0, 0));

    for (int i = 0; i < 1_000; i++) {
      simulation.server.pass(ELSEWHERE, datagram(packet));
    }
    for (int i = 0; i < 1_000; i++) {
      simulation.server.pass(ELSEWHERE, datagram(new Reset(4_711)));
    }

    assertThat(simulation.serverCounters.resets.sum()).isEqualTo(100);
    assertThat(simulation.serverCounters.datagramsOut.sum()).isEqualTo(100);
  }

  @Test
  void believesNobodyAtAnotherAddress() {
    network.record();
    var client = simulation.connect(Reaction.none());
    client.offer("hello\n");
    simulation.until(() -> client.texts().size() == 1);
    var opened = (Packet) Message.parse(lastFrom(Simulation.SERVER)).orElseThrow();

    network.inject(ELSEWHERE, Simulation.CLIENT, datagram(new Reset(opened.id())));
    network.inject(ELSEWHERE, Simulation.SERVER, datagram(new Reset(opened.id())));
    network.pass(1);
    client.offer("still here\n");
    simulation.until(() -> client.texts().size() == 2);

    network.inject(Simulation.SERVER, Simulation.CLIENT, datagram(new Reset(opened.id())));
    simulation.until(() -> client.count(Event.Closed.class) == 1);
    assertThat(client.awaitClosed()).isEqualTo(CloseCause.LOST);
  }

  private void replay() {
    for (var datagram : network.recorded()) {
      network.inject(datagram.from(), datagram.to(), datagram.bytes());
    }
    network.pass(1);
  }

  private List<Message> answers() {
    return network.recorded().stream()
        .filter(it -> it.from().equals(Simulation.SERVER))
        .map(it -> Message.parse(it.bytes().duplicate()).orElseThrow())
        .toList();
  }

  private ByteBuffer lastFrom(InetSocketAddress sender) {
    return network.recorded().stream()
        .filter(it -> it.from().equals(sender))
        .toList()
        .getLast()
        .bytes()
        .duplicate();
  }

  private static ByteBuffer datagram(Message message) {
    var buffer = ByteBuffer.allocate(Message.MAX_BYTES);
    message.writeTo(buffer);
    return buffer.flip();
  }
}
