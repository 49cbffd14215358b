package kabar.transport.udp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kabar.testkit.fuzzing.LoggedErrors;
import kabar.testkit.network.Faults;
import kabar.testkit.transport.Event;
import kabar.testkit.transport.Reaction;
import kabar.testkit.transport.RecordingReceiver;

/// Two honest connections between one client and one server, and somebody who knows the id of one
/// of them and sends what a script says, to both ends and from true and false addresses. That one
/// may be spoiled then; nothing else may happen.
///
/// Every script of bytes is one: a step is a byte and what belongs to it, and where the script ends
/// zeros follow.
final class Siege {
  private static final InetSocketAddress STRANGER =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_001);
  private static final int PATIENCE_MILLIS = 1_000;
  private static final int STEPS = 8;
  private static final int TO_CLIENT = 0x08;
  private static final int FROM_STRANGER = 0x10;
  private static final int KEEPS_ID = 0x20;

  private final Script script;
  private final Simulation simulation = new Simulation(Faults.perfect(), 1, Reaction.none());
  private final Conversation attacked = Conversation.begin(simulation);
  private final Conversation other = Conversation.begin(simulation);
  private final List<Simulation.Outcome> calls = new ArrayList<>();
  private boolean isSpoiled;

  private Siege(byte[] script) {
    this.script = new Script(script);
  }

  /// Plays a script and checks all that is promised.
  static void play(byte[] script) {
    try (var errors = new LoggedErrors("kabar.transport.udp")) {
      var siege = new Siege(script);
      siege.play();
      siege.end();
      errors.assertNone();
    }
  }

  private void play() {
    while (script.hasNext()) {
      step(script.next() % STEPS);
      attacked.assertBounded();
      other.assertBounded();
    }
  }

  private void step(int kind) {
    switch (kind) {
      case 0 -> pass(script.next());
      case 1 -> attacked.sayUp(8 * script.next());
      case 2 -> attacked.sayDown(8 * script.next());
      case 3 -> talkElsewhere(8 * script.next());
      case 4 -> inject(script.next(), script.nextBytes());
      case 5 -> injectPacket(script.next());
      case 6 -> pauseOrResume(script.next());
      default -> leaveOrCall(script.next());
    }
  }

  /// A packet's time, or a timer's.
  private void pass(int time) {
    simulation.network.passMicros(time < 128 ? 100L * time : 50_000L * (time - 127));
  }

  private void talkElsewhere(int length) {
    other.sayUp(length);
    other.sayDown(length);
  }

  private void pauseOrResume(int what) {
    var connection = attacked.ends().get(what & 1).connection();
    if ((what & 2) == 0) {
      connection.pause();
    } else {
      connection.resume();
    }
  }

  private void leaveOrCall(int what) {
    var connection = attacked.ends().get(what & 1).connection();
    switch (what >>> 1 & 3) {
      case 0 -> connection.close();
      case 1 -> connection.abort();
      default -> calls.add(simulation.call(Reaction.none(), PATIENCE_MILLIS));
    }
  }

  /// A datagram of any bytes, but for the checksum and mostly for the id.
  private void inject(int flags, byte[] fields) {
    var datagram = ByteBuffer.allocate(fields.length + Checksum.BYTES).put(fields);
    if ((flags & KEEPS_ID) == 0 && hasId(fields)) {
      datagram.putLong(1, attacked.id());
    }
    Checksum.append(datagram, 0);
    inject(flags, datagram.flip());
  }

  private static boolean hasId(byte[] fields) {
    return fields.length > Long.BYTES && (Packet.isKind(fields[0]) || fields[0] == Reset.KIND);
  }

  /// A packet with numbers that a connection may well have.
  private void injectPacket(int flags) {
    var ack = new Ack(script.nextShort(), (byte) script.next(), 4L * script.nextShort(), 0);
    long number = (flags & 1) == 0 ? Packet.UNNUMBERED : script.nextNumber();
    var isLast = number != Packet.UNNUMBERED && (flags & 2) != 0;
    long offset = script.nextNumber();
    var data = ByteBuffer.wrap("z".repeat(4 * script.next()).concat("\n").getBytes(US_ASCII));
    var isFromAcceptor = (flags & TO_CLIENT) != 0 ^ (flags & 4) != 0;
    var packet = new Packet(isFromAcceptor, attacked.id(), ack, number, isLast, offset, data);
    var datagram = ByteBuffer.allocate(Message.MAX_BYTES);
    packet.writeTo(datagram);
    inject(flags, datagram.flip());
  }

  private void inject(int flags, ByteBuffer datagram) {
    if (isForTheOther(datagram)) {
      return;
    }
    var isToClient = (flags & TO_CLIENT) != 0;
    var isTrue = (flags & FROM_STRANGER) == 0;
    var sender = isToClient ? Simulation.SERVER : Simulation.CLIENT;
    var target = isToClient ? Simulation.CLIENT : Simulation.SERVER;
    isSpoiled |= isTrue;
    simulation.network.inject(isTrue ? sender : STRANGER, target, datagram);
    simulation.network.passMicros(0);
  }

  /// Whether it is what only somebody would send who knows the other connection too.
  private boolean isForTheOther(ByteBuffer datagram) {
    long id =
        switch (Message.parse(datagram).orElse(null)) {
          case Packet packet -> packet.id();
          case Reset reset -> reset.id();
          case Handshake.Accept accept -> accept.id();
          case null, default -> 0;
        };
    return id == other.id();
  }

  private void end() {
    attacked.ends().forEach(it -> it.connection().resume());
    talkElsewhere(1);
    simulation.until(other::isHeard);
    other.assertHeard();
    assertThat(other.isOver()).isFalse();
    if (!isSpoiled) {
      simulation.until(() -> attacked.isHeard() || attacked.isOver());
      attacked.assertNothingElseHeard();
    }
    simulation.until(() -> calls.stream().allMatch(Simulation.Outcome::isThere));
    leave();
  }

  /// Whatever happened, nothing is left of a connection that both ends have closed.
  private void leave() {
    everybody().forEach(it -> it.connection().close());
    simulation.network.pass(70);
    everybody().forEach(it -> assertThat(it.faults()).isEmpty());
    assertThat(everybody()).allMatch(it -> it.count(Event.Closed.class) == 1);
    assertThat(simulation.openAtServer()).isZero();
    for (var endpoint : List.of(simulation.server, simulation.client)) {
      assertThat(endpoint.connection(attacked.id())).isNull();
      assertThat(endpoint.connection(other.id())).isNull();
    }
  }

  private List<RecordingReceiver> everybody() {
    var called = calls.stream().flatMap(it -> it.handler.all().stream());
    var ours = Stream.of(simulation.servers.all(), List.of(attacked.client, other.client));
    return Stream.concat(called, ours.flatMap(List::stream)).toList();
  }
}
