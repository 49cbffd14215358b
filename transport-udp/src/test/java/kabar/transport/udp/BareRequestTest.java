package kabar.transport.udp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import kabar.api.transport.CloseCause;
import kabar.testkit.network.Faults;
import kabar.testkit.transport.Event;
import kabar.testkit.transport.Reaction;
import kabar.testkit.transport.RecordingReceiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One datagram in plain text and its answer, in virtual time.
class BareRequestTest {
  private static final InetSocketAddress SOMEBODY = new InetSocketAddress("127.0.0.9", 5_000);

  @Test
  void deliversTheDatagramAsItCameAndSendsOneAnswer() {
    var simulation = serving(Reaction.echo());

    ask(simulation, "auth messi surabaya\n");

    assertThat(answers(simulation)).containsExactly("auth messi surabaya\n");
    assertThat(only(simulation).events())
        .containsExactly(
            new Event.Received("auth messi surabaya\n"),
            new Event.Finished(),
            new Event.Closed(CloseCause.CLOSED));
    assertThat(simulation.serverCounters.bare.sum()).isEqualTo(1);
  }

  @Test
  void doesNotTakeTheSendersAddressForProven() {
    var simulation = serving(Reaction.echo());

    ask(simulation, "who am I");

    var peer = only(simulation).connection().peer();
    assertThat(peer.addressProven()).isFalse();
    assertThat(peer.address()).isEqualTo(SOMEBODY);
    assertThat(peer.transport()).isEqualTo("udp");
  }

  @ParameterizedTest
  @ValueSource(strings = {" leading space", "~", "{\"jsonrpc\":\"2.0\"}", "two\nlines\n", "no end"})
  void takesEverythingThatBeginsWithAPrintableCharacter(String text) {
    var simulation = serving(Reaction.echo());

    ask(simulation, text);

    assertThat(answers(simulation)).containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\t", "\u007f", "\u00e9", "\u0016\u0003\u0001", "\u0081", "\0"})
  void answersNothingElse(String text) {
    var simulation = serving(Reaction.echo());

    ask(simulation, text);

    assertThat(answers(simulation)).isEmpty();
    assertThat(simulation.servers.all()).isEmpty();
    assertThat(simulation.serverCounters.unreadable.sum()).isEqualTo(1);
  }

  @Test
  void takesOneOfferOnly() {
    var simulation =
        serving(
            Reaction.on(
                "hello\n",
                it -> {
                  assertThat(it.offer(Reaction.bytes("first\n"))).isTrue();
                  assertThat(it.offer(Reaction.bytes("second\n"))).isFalse();
                }));

    ask(simulation, "hello\n");

    assertThat(only(simulation).faults()).isEmpty();
    assertThat(answers(simulation)).containsExactly("first\n");
  }

  @Test
  void sendsNoAnswerThatIsLongerThanADatagram() {
    var simulation =
        serving(
            Reaction.on(
                "hello\n",
                it -> {
                  assertThat(it.offer(new byte[Message.MAX_BYTES + 1])).isFalse();
                  assertThat(it.offer(new byte[Message.MAX_BYTES])).isTrue();
                }));

    ask(simulation, "hello\n");

    assertThat(only(simulation).faults()).isEmpty();
    assertThat(answers(simulation)).hasSize(1);
  }

  @Test
  void answersLaterToo() {
    var simulation = serving(Reaction.none());
    ask(simulation, "hello\n");
    assertThat(answers(simulation)).isEmpty();

    only(simulation).offer("at last\n");
    simulation.network.pass(1);

    assertThat(answers(simulation)).containsExactly("at last\n");
    assertThat(only(simulation).awaitClosed()).isEqualTo(CloseCause.CLOSED);
  }

  @Test
  void closesWithoutAnAnswerWhenItsOwnerDoes() {
    var simulation = serving(Reaction.leave());

    ask(simulation, "hello\n");

    assertThat(answers(simulation)).isEmpty();
    assertThat(only(simulation).awaitClosed()).isEqualTo(CloseCause.CLOSED);
    assertThat(only(simulation).offer("too late\n")).isFalse();
  }

  @Test
  void holdsTheEndBackWhileItsOwnerIsPaused() {
    var simulation = serving(Reaction.on("hello\n", it -> it.pause()));
    ask(simulation, "hello\n");
    assertThat(only(simulation).events()).containsExactly(new Event.Received("hello\n"));

    only(simulation).connection().resume();
    simulation.network.pass(1);

    assertThat(only(simulation).events()).last().isEqualTo(new Event.Finished());
  }

  @Test
  void reportsARequestOverTheLimit() {
    var simulation =
        new Simulation(Faults.perfect(), 1, Reaction.none(), Map.of("max-payload-bytes", "64"));
    simulation.network.record();

    ask(simulation, "x".repeat(65));

    assertThat(only(simulation).events())
        .containsExactly(new Event.Oversized(), new Event.Finished());
    assertThat(simulation.serverCounters.oversized.sum()).isEqualTo(1);
  }

  @Test
  void losesOneRequestToABugAndNoOther() {
    var simulation =
        serving(
            Reaction.echo()
                .and(
                    Reaction.on(
                        "bug\n",
                        _ -> {
                          throw new IllegalStateException("thrown on purpose");
                        })));

    ask(simulation, "bug\n");
    ask(simulation, "hello\n");

    assertThat(answers(simulation)).contains("hello\n");
  }

  @Test
  void answersNobodyWhileItStops() {
    var simulation = serving(Reaction.echo());
    simulation.doorkeeper.stop();

    ask(simulation, "hello\n");

    assertThat(simulation.servers.all()).isEmpty();
  }

  @Test
  void answersOnlySoManyAtATime() {
    var simulation = serving(Reaction.none());

    for (int i = 0; i < 5_000; i++) {
      simulation.server.pass(SOMEBODY, datagram("hello\n"));
    }

    assertThat(simulation.servers.all()).hasSize(4_096);
    simulation.servers.all().forEach(it -> it.connection().close());
    ask(simulation, "hello\n");
    assertThat(simulation.servers.all()).hasSize(4_097);
  }

  private static Simulation serving(Reaction reaction) {
    var simulation = new Simulation(Faults.perfect(), 1, reaction);
    simulation.network.record();
    return simulation;
  }

  private static void ask(Simulation simulation, String text) {
    simulation.network.inject(SOMEBODY, Simulation.SERVER, datagram(text));
    simulation.network.pass(1);
  }

  private static ByteBuffer datagram(String text) {
    return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
  }

  private static RecordingReceiver only(Simulation simulation) {
    assertThat(simulation.servers.all()).hasSize(1);
    return simulation.servers.all().getFirst();
  }

  private static List<String> answers(Simulation simulation) {
    return simulation.network.recorded().stream()
        .filter(it -> it.to().equals(SOMEBODY))
        .map(it -> ISO_8859_1.decode(it.bytes().duplicate()).toString())
        .toList();
  }
}
