package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import kabar.api.Settings;
import kabar.api.transport.Listener;
import kabar.testkit.transcript.Wire;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Every limit by address or session, reached through a real socket.
class LimitsTest {
  private static final String SENT = "{\"status\": \"OK\", \"message\": \"Message Sent\"}";

  @Nested
  class ConnectionsOfOneAddress {

    @Test
    void areRefusedWhereThereAreTooManyAtOnce() throws IOException {
      try (var server = start(Map.of("exempt", "none", "connections-per-address", "2"));
          var first = server.socket();
          var second = server.socket()) {
        assertThat(ask(first, "hello?")).isNotEmpty();
        assertThat(ask(second, "hello?")).isNotEmpty();

        assertIsRefused(server);

        assertThat(server.hits(Limit.CONNECTIONS_PER_ADDRESS)).isEqualTo(1);
        assertThat(ask(first, "still there?")).isNotEmpty();
      }
    }

    @Test
    void areAcceptedAgainWhenOneHasLeft() throws IOException {
      try (var server = start(Map.of("exempt", "none", "connections-per-address", "1"))) {
        try (var first = server.socket()) {
          first.shutdownOutput();
          assertThat(first.getInputStream().read()).isEqualTo(-1);
        }

        await(() -> server.connections() == 0);
        try (var next = server.socket()) {
          assertThat(ask(next, "hello?")).isNotEmpty();
        }
      }
    }

    @Test
    void areRefusedWhereTooManyAreNew() throws IOException {
      try (var server = start(Map.of("exempt", "none", "new-connections-per-address", "2"))) {
        for (int i = 0; i < 2; i++) {
          try (var socket = server.socket()) {
            assertThat(ask(socket, "hello?")).isNotEmpty();
          }
        }

        assertIsRefused(server);
        assertThat(server.hits(Limit.NEW_CONNECTIONS)).isEqualTo(1);

        server.clockwork().advance(Duration.ofMinutes(10));
        try (var socket = server.socket()) {
          assertThat(ask(socket, "hello?")).isNotEmpty();
        }
      }
    }

    @Test
    void areAsManyAsTheyLikeOnThisMachineOtherwise() throws IOException {
      try (var server = start(Map.of())) {
        var sockets = new ArrayList<Socket>();
        for (int i = 0; i < 40; i++) {
          sockets.add(server.socket());
        }

        for (var socket : sockets) {
          assertThat(ask(socket, "hello?")).isNotEmpty();
          socket.close();
        }
      }
    }
  }

  @Nested
  class WrongPasswords {

    @Test
    void makeAnAccountWaitOnAnyConnection() throws IOException {
      try (var server = start(Map.of())) {
        for (int i = 0; i < 5; i++) {
          assertThat(login(server, "messi", "bandung")).isEqualTo(error("Password Salah"));
        }

        server.clockwork().advance(Duration.ofMillis(900));
        assertThat(login(server, "messi", "surabaya"))
            .isEqualTo(error("Terlalu Cepat, Coba Lagi 60 Detik"));

        server.clockwork().advance(Duration.ofSeconds(60));
        assertThat(login(server, "messi", "surabaya")).contains("tokenid");
      }
    }

    @Test
    void makeAnAddressWaitOnAnyConnection() throws IOException {
      try (var server = start(Map.of("exempt", "none", "wrong-passwords-per-address", "3"))) {
        for (var user : List.of("pele", "zico", "cafu")) {
          assertThat(login(server, user, "bandung")).isEqualTo(error("User Tidak Ada"));
        }

        assertThat(login(server, "messi", "surabaya"))
            .isEqualTo(error("Terlalu Cepat, Coba Lagi 600 Detik"));
        assertThat(server.hits(Limit.WRONG_PASSWORDS_PER_ADDRESS)).isEqualTo(1);
      }
    }

    private static String login(DemoServer server, String user, String password)
        throws IOException {
      try (var socket = server.socket()) {
        return ask(socket, "auth " + user + " " + password);
      }
    }
  }

  @Nested
  class Messages {

    @Test
    void waitUntilTheyAreOnTimeAndNoneIsRefused() throws IOException {
      try (var server = start(Map.of());
          var wire = Wire.over(server.socket())) {
        send(wire, login(wire), 22);
        for (int i = 0; i < 20; i++) {
          assertThat(wire.receive()).isEqualTo(SENT);
        }
        awaitOneThatWaits(server);

        server.clockwork().advance(Duration.ofMillis(200));
        assertThat(wire.receive()).isEqualTo(SENT);
        awaitOneThatWaits(server);
        server.clockwork().advance(Duration.ofMillis(200));
        assertThat(wire.receive()).isEqualTo(SENT);
        assertThat(server.hits(Limit.MESSAGES)).isEqualTo(2);
      }
    }

    @Test
    void keepNobodyElseWaiting() throws IOException {
      try (var server = start(Map.of());
          var wire = Wire.over(server.socket());
          var another = Wire.over(server.socket())) {
        send(wire, login(wire), 30);
        awaitOneThatWaits(server);

        var token = login(another);
        send(another, token, 1);

        assertThat(another.receive()).isEqualTo(SENT);
      }
    }

    @Test
    void pauseTheConnectionWhereTooManyWait() throws IOException {
      try (var server = start(Map.of("unanswered-requests", "8"));
          var wire = Wire.over(server.socket())) {
        var token = login(wire);
        send(wire, token, 500);
        awaitOneThatWaits(server);

        assertThat(server.unanswered()).isLessThanOrEqualTo(8);
        for (int i = 0; i < 500; i++) {
          if (i >= 20) {
            awaitOneThatWaits(server);
            server.clockwork().advance(Duration.ofMillis(200));
          }
          assertThat(wire.receive()).isEqualTo(SENT);
        }
      }
    }

    @Test
    void areAllAnsweredWhenTheServerStops() throws Exception {
      try (var server = start(Map.of());
          var wire = Wire.over(server.socket())) {
        send(wire, login(wire), 50);
        awaitOneThatWaits(server);
        passOfTheLoop(server);

        var stop = CompletableFuture.supplyAsync(() -> server.stop(Duration.ofSeconds(10)));

        for (int i = 0; i < 50; i++) {
          assertThat(wire.receive()).isEqualTo(SENT);
        }
        assertThat(stop.get(10, TimeUnit.SECONDS)).isEqualTo(Listener.Stopped.DRAINED);
      }
    }

    @Test
    void goAsFastAsTheyLikeWhereTheLimitIsOff() throws IOException {
      try (var server = start(Map.of("messages", "off"));
          var wire = Wire.over(server.socket())) {
        send(wire, login(wire), 500);

        for (int i = 0; i < 500; i++) {
          assertThat(wire.receive()).isEqualTo(SENT);
        }
      }
    }

    private static String login(Wire wire) throws IOException {
      wire.send(bytes("auth messi surabaya\n"));
      return wire.receive().replaceAll("(?s).*\"tokenid\": \"([^\"]+)\".*", "$1");
    }

    private static void send(Wire wire, String token, int count) throws IOException {
      wire.send(bytes("send %s henderson hey\n".formatted(token).repeat(count)));
    }
  }

  private static DemoServer start(Map<String, String> limits) throws IOException {
    return DemoServer.startTcp(ChatLimits.from(Settings.of("limits", limits), 100));
  }

  private static void assertIsRefused(DemoServer server) throws IOException {
    try (var socket = server.socket()) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  /// One message waits; the care of sessions always does.
  private static void awaitOneThatWaits(DemoServer server) {
    await(() -> server.clockwork().waiting() == 2);
  }

  /// The one loop has handed over all that it had read when this is answered.
  private static void passOfTheLoop(DemoServer server) throws IOException {
    try (var other = server.socket()) {
      ask(other, "nonsense");
    }
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Wire.DEADLINE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static String ask(Socket socket, String request) throws IOException {
    var wire = Wire.over(socket);
    wire.send(bytes(request + "\n"));
    return wire.receive();
  }

  private static String error(String text) {
    return "{\"status\": \"ERROR\", \"message\": \"%s\"}".formatted(text);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
