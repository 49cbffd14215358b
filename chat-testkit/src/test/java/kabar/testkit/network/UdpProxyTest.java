package kabar.testkit.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class UdpProxyTest {
  private static final long SEED = 4711;
  private static final int DEADLINE_MILLIS = 20_000;
  private static final int SHORT_MILLIS = 100;

  private final List<DatagramSocket> sockets = new ArrayList<>();
  private final DatagramSocket server = socket();
  private final UdpProxy proxy = UdpProxy.before(address(server), SEED);

  UdpProxyTest() throws IOException {}

  @AfterEach
  void close() {
    proxy.close();
    sockets.forEach(DatagramSocket::close);
  }

  @Test
  void letsDatagramsPassBothWays() throws IOException {
    var client = socket();

    say(client, "apa", entrance());
    var inside = hear(server);
    say(server, "kabar", inside.getSocketAddress());

    assertThat(text(inside)).isEqualTo("apa");
    assertThat(text(hear(client))).isEqualTo("kabar");
    assertThat(proxy.toServer().sent()).isOne();
    assertThat(proxy.toClients().sent()).isOne();
  }

  @Test
  void givesEachClientAnAddressOfItsOwnAndKeepsIt() throws IOException {
    var one = socket();
    var other = socket();

    say(one, "one", entrance());
    var first = hear(server).getSocketAddress();
    say(other, "other", entrance());
    var second = hear(server).getSocketAddress();
    say(one, "one again", entrance());

    assertThat(hear(server).getSocketAddress()).isEqualTo(first).isNotEqualTo(second);
    assertThat(proxy.clients()).isEqualTo(2);
    say(server, "to the other", second);
    assertThat(text(hear(other))).isEqualTo("to the other");
  }

  @Test
  void losesWhatTheConditionLosesUntilItIsAnother() throws IOException {
    var client = socket();
    proxy.become(Faults.loss(1));

    say(client, "lost", entrance());
    assertThatNothingComes(server);
    proxy.become(Faults.perfect());
    say(client, "found", entrance());

    assertThat(text(hear(server))).isEqualTo("found");
    assertThat(proxy.toServer().count(Fault.LOSS)).isOne();
  }

  @Test
  void spoilsOneDirectionOnlyIfThatIsAsked() throws IOException {
    var client = socket();
    proxy.toClients().become(Faults.loss(1));

    say(client, "heard", entrance());
    say(server, "not heard", hear(server).getSocketAddress());

    assertThatNothingComes(client);
    assertThat(proxy.toClients().count(Fault.LOSS)).isOne();
  }

  @Test
  void doublesWhatTheConditionDoubles() throws IOException {
    proxy.become(Faults.perfect().with(Fault.DUPLICATION, 1));

    say(socket(), "twice", entrance());

    assertThat(text(hear(server))).isEqualTo("twice");
    assertThat(text(hear(server))).isEqualTo("twice");
  }

  @Test
  void deliversLaterWhatIsHeldBack() throws IOException {
    var client = socket();
    var heldBack = new Faults.Delays(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1));
    proxy.become(Faults.perfect().with(Fault.REORDERING, 1).with(heldBack));
    say(client, "first", entrance());
    await(() -> proxy.toServer().sent() == 1);

    proxy.become(Faults.perfect());
    say(client, "second", entrance());

    assertThat(text(hear(server))).isEqualTo("second");
    assertThat(text(hear(server))).isEqualTo("first");
  }

  @Test
  void leadsClientsToAnotherServer() throws IOException {
    var client = socket();
    var other = socket();
    say(client, "before", entrance());
    hear(server);

    proxy.leadTo(address(other));
    say(client, "after", entrance());

    assertThat(text(hear(other))).isEqualTo("after");
  }

  @Test
  void staysWhenNobodyIsAtTheOtherEnd() throws IOException {
    var client = socket();
    server.close();
    say(client, "into the void", entrance());
    await(() -> proxy.toServer().sent() == 1);

    var other = socket();
    proxy.leadTo(address(other));
    say(client, "again", entrance());

    assertThat(text(hear(other))).isEqualTo("again");
  }

  @Test
  void dropsDatagramsOfMoreClientsThanItHasRoomFor() throws IOException {
    for (var i = 1; i <= 1_024; i++) {
      var known = i;
      say(socket(), "in", entrance());
      await(() -> proxy.clients() == known);
    }

    say(socket(), "one too many", entrance());
    await(() -> proxy.dropped() == 1);

    assertThat(proxy.clients()).isEqualTo(1_024);
  }

  @Test
  void dropsWhatIsUnderWayBeyondWhatItHasRoomFor() throws IOException {
    var client = socket();
    var far = new Faults.Delays(Duration.ofHours(1), Duration.ZERO, Duration.ZERO);
    proxy.become(Faults.perfect().with(far));

    // No more at once than the socket's buffer holds, wherever this runs.
    for (var sent = 32; sent <= 16_384 + 32; sent += 32) {
      var wanted = sent;
      for (var i = 0; i < 32; i++) {
        say(client, "x", entrance());
      }
      await(() -> proxy.toServer().sent() == wanted);
    }

    await(() -> proxy.dropped() == 32);
  }

  @Test
  void endsWhenItIsClosed() throws IOException {
    var client = socket();
    say(client, "x", entrance());
    var inside = hear(server).getSocketAddress();

    proxy.close();
    proxy.close();

    var ports = new HashSet<Integer>();
    for (var port : List.of(proxy.address().getPort(), ((InetSocketAddress) inside).getPort())) {
      try (var free = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
        ports.add(free.getLocalPort());
      }
    }
    assertThat(ports).hasSize(2);
  }

  private InetSocketAddress entrance() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.address().getPort());
  }

  private DatagramSocket socket() throws IOException {
    var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    socket.setSoTimeout(DEADLINE_MILLIS);
    sockets.add(socket);
    return socket;
  }

  private static InetSocketAddress address(DatagramSocket socket) {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  private static void say(DatagramSocket from, String text, SocketAddress to) throws IOException {
    var bytes = text.getBytes(UTF_8);
    from.send(new DatagramPacket(bytes, bytes.length, to));
  }

  private static DatagramPacket hear(DatagramSocket at) throws IOException {
    var packet = new DatagramPacket(new byte[100], 100);
    at.receive(packet);
    return packet;
  }

  private static String text(DatagramPacket packet) {
    return new String(packet.getData(), 0, packet.getLength(), UTF_8);
  }

  private static void assertThatNothingComes(DatagramSocket to) throws IOException {
    to.setSoTimeout(SHORT_MILLIS);
    assertThatThrownBy(() -> hear(to)).isInstanceOf(SocketTimeoutException.class);
    to.setSoTimeout(DEADLINE_MILLIS);
  }

  private static void await(BooleanSupplier condition) {
    var deadline = System.nanoTime() + DEADLINE_MILLIS * 1_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      LockSupport.parkNanos(20_000);
    }
  }
}
