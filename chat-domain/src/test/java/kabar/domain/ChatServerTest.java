package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import kabar.api.ProviderException;
import kabar.api.transport.Listener;
import kabar.protocol.LogoutForm;
import kabar.testkit.transcript.Wire;
import kabar.transport.tcp.TcpTransportProvider;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ChatServerTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final ChatLimits LIMITS = ChatLimits.withConnections(3);

  @Nested
  class Start {

    @Test
    void failsForATransportThatThereIsNotAndListsWhatThereIs() {
      assertThatExceptionOfType(ProviderException.class)
          .isThrownBy(() -> start("tcp://localhost:0", "carrier-pigeon://localhost:0"))
          .withMessageContainingAll("carrier-pigeon", "available: tcp");
    }

    @Test
    void failsAtATakenAddressAndFreesWhatItHad() throws IOException {
      int free = freePort();
      try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        var takenUrl = "tcp://127.0.0.1:" + taken.getLocalPort();

        assertThatExceptionOfType(IOException.class)
            .isThrownBy(() -> start("tcp://127.0.0.1:" + free, takenUrl))
            .withMessageContaining(takenUrl);
      }

      start("tcp://127.0.0.1:" + free).stop(Duration.ZERO);
    }

    @Test
    void listensEverywhereInTheOrderOfThePlan() throws IOException {
      var server = start("tcp://127.0.0.1:0", "tcp://localhost:0");
      try {
        assertThat(server.addresses())
            .extracting(URI::getHost)
            .containsExactly("127.0.0.1", "localhost");
        assertThat(server.counters()).containsOnlyKeys(server.addresses());
        for (var address : server.addresses()) {
          try (var wire = Wire.over(new Socket(address.getHost(), address.getPort()))) {
            assertThat(ask(wire, "hello?")).contains("**Protocol Tidak Benar");
          }
        }
      } finally {
        server.stop(Duration.ZERO);
      }
    }
  }

  @Nested
  class Stop {

    @Test
    void answersWhatIsUnderWayBeforeItCloses() throws Exception {
      try (var server = DemoServer.startTcp(LIMITS);
          var socket = server.socket();
          var wire = Wire.over(socket)) {
        server.hasher().hold();
        send(wire, "auth messi surabaya");
        server.hasher().awaitHeld();

        var stop = CompletableFuture.supplyAsync(() -> server.stop(LONG));
        awaitRefusal(server);
        server.hasher().release();

        assertThat(wire.receive()).contains("tokenid");
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
        assertThat(stop.get(10, TimeUnit.SECONDS)).isEqualTo(Listener.Stopped.DRAINED);
      }
    }

    @Test
    void answersWhatWasReadAndWaitsBehindIt() throws Exception {
      try (var server = DemoServer.startTcp(LIMITS);
          var wire = Wire.over(server.socket());
          var another = Wire.over(server.socket())) {
        server.hasher().hold();
        send(wire, "auth messi surabaya\nauth henderson surabaya\nauth neymar surabaya");
        server.hasher().awaitHeld();
        assertThat(ask(another, "have you read all that?")).isNotEmpty();

        var stop = CompletableFuture.supplyAsync(() -> server.stop(LONG));
        awaitRefusal(server);
        server.hasher().release();

        assertThat(wire.receive()).contains("tokenid");
        assertThat(wire.receive()).contains("tokenid");
        assertThat(wire.receive()).contains("User Tidak Ada");
        assertThat(stop.get(10, TimeUnit.SECONDS)).isEqualTo(Listener.Stopped.DRAINED);
      }
    }

    @Test
    void doesNotWaitForThePeersThatStay() throws IOException {
      try (var server = DemoServer.startTcp(LIMITS);
          var silent = server.socket();
          var spoken = Wire.over(server.socket())) {
        assertThat(ask(spoken, "hello?")).isNotEmpty();

        assertThat(server.stop(Duration.ofSeconds(3))).isEqualTo(Listener.Stopped.DRAINED);
        assertThat(silent.getInputStream().read()).isEqualTo(-1);
      }
    }

    @Test
    void isForcedWhereACommandDoesNotEndInTime() throws Exception {
      try (var server = DemoServer.startTcp(LIMITS);
          var wire = Wire.over(server.socket())) {
        server.hasher().hold();
        send(wire, "auth messi surabaya");
        server.hasher().awaitHeld();

        assertThat(server.stop(SHORT)).isEqualTo(Listener.Stopped.FORCED);

        assertThatExceptionOfType(IOException.class).isThrownBy(wire::receive);
      }
    }

    /// Once in a while the loop slept through it.
    @Test
    @Timeout(60)
    void endsEachOfManyTimesAtOnce() throws Exception {
      for (int i = 0; i < 300; i++) {
        try (var server = DemoServer.startTcp(LIMITS);
            var wire = Wire.over(server.socket())) {
          assertThat(ask(wire, "hello?")).isNotEmpty();

          assertThat(CompletableFuture.supplyAsync(() -> server.stop(Duration.ZERO)))
              .as("round %d", i)
              .succeedsWithin(LONG);
        }
      }
    }

    @Test
    void isHarmlessTwice() throws IOException {
      var server = start("tcp://localhost:0");

      assertThat(server.stop(SHORT)).isEqualTo(Listener.Stopped.DRAINED);
      assertThat(server.stop(SHORT)).isEqualTo(Listener.Stopped.DRAINED);
    }
  }

  @Nested
  class Connections {

    @Test
    void areRefusedBeyondTheLimitWhereAllHaveSpoken() throws IOException {
      try (var server = DemoServer.startTcp(LIMITS);
          var first = Wire.over(server.socket());
          var second = Wire.over(server.socket());
          var third = Wire.over(server.socket())) {
        for (var wire : List.of(first, second, third)) {
          assertThat(ask(wire, "hello?")).isNotEmpty();
        }

        try (var fourth = server.socket()) {
          assertThat(fourth.getInputStream().read()).isEqualTo(-1);
        }
        for (var wire : List.of(first, second, third)) {
          assertThat(ask(wire, "still there?")).isNotEmpty();
        }
      }
    }

    @Test
    void makeRoomWhereTheyAreSilent() throws IOException {
      try (var server = DemoServer.startTcp(LIMITS);
          var first = Wire.over(server.socket());
          var silent = server.socket();
          var third = Wire.over(server.socket())) {
        assertThat(ask(first, "hello?")).isNotEmpty();
        assertThat(ask(third, "hello?")).isNotEmpty();

        try (var fourth = Wire.over(server.socket())) {
          assertThat(silent.getInputStream().read()).isEqualTo(-1);
          assertThat(ask(fourth, "hello?")).isNotEmpty();
        }
        assertThat(ask(first, "still there?")).isNotEmpty();
      }
    }

    @Test
    void areClosedAfterAForeignGreetingAndNothingBehindItIsDone() throws IOException {
      try (var server = DemoServer.startTcp(LIMITS);
          var socket = server.socket()) {
        var wire = Wire.over(socket);
        send(wire, "GET / HTTP/1.1\r\nHost: localhost\r\nauth messi surabaya\r\n");

        assertThat(wire.receive()).contains("**Protocol Tidak Benar");
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
        assertThat(server.sessions()).isZero();
      }
    }

    @Test
    void getAllAnswersWhereThePeerHasEndedItsOutput() throws IOException {
      try (var server = DemoServer.startTcp(LIMITS);
          var socket = server.socket()) {
        socket.getOutputStream().write(bytes("auth messi surabaya\nauth neymar x\nauth messi"));
        socket.shutdownOutput();

        var all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

        assertThat(all.split("\r\n\r\n")).hasSize(2);
        assertThat(all).contains("tokenid", "User Tidak Ada");
      }
    }
  }

  @Test
  void wrapsTheDispatcherOfAllCommandsInWhatItIsGiven() throws IOException {
    var wrapped = new HeldDispatcher();
    var listen = List.of(ListenUrl.parse("tcp://127.0.0.1:0", LogoutForm.CHAT));
    var plan = DemoServer.plan(new TcpTransportProvider(), listen, LIMITS, Map.of());
    var server = new ChatServer(plan, _ -> wrapped);
    server.start(DemoUsers.store(), new FakeHasher(), new HeldClock());
    var loopback = InetAddress.getLoopbackAddress();
    int port = server.addresses().getFirst().getPort();
    try (var wire = Wire.over(new Socket(loopback, port))) {
      send(wire, "auth messi surabaya");

      await(() -> server.unansweredRequests() == 1);

      assertThat(server.connections()).isEqualTo(1);
    } finally {
      server.stop(Duration.ZERO);
    }
  }

  private static ChatServer start(String... urls) throws IOException {
    var listen = List.of(urls).stream().map(it -> ListenUrl.parse(it, LogoutForm.CHAT)).toList();
    var plan = DemoServer.plan(new TcpTransportProvider(), listen, LIMITS, Map.of());
    var server = new ChatServer(plan);
    server.start(DemoUsers.store(), new FakeHasher(), new HeldClock());
    return server;
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + LONG.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String ask(Wire wire, String request) throws IOException {
    send(wire, request);
    return wire.receive();
  }

  private static void send(Wire wire, String request) throws IOException {
    wire.send(bytes(request + "\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Waits until the server accepts nobody more: then its stop has begun.
  private static void awaitRefusal(DemoServer server) {
    var address = server.address();
    long end = System.nanoTime() + LONG.toNanos();
    while (System.nanoTime() < end) {
      try (var probe = new Socket(address.getHost(), address.getPort())) {
        assertThat(probe.isConnected()).isTrue();
      } catch (IOException _) {
        return;
      }
    }
    throw new AssertionError("the server still accepts connections");
  }
}
