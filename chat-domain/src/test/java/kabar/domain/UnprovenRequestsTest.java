package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kabar.api.transport.Listener;
import kabar.testkit.transcript.Wire;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Single requests from addresses that are not proven, from outside.
class UnprovenRequestsTest {
  private static final String HERE = "192.0.2.7";

  @Nested
  class ARequest {

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", " \r\n"})
    void isAnsweredOnceWhateverItsEnd(String end) throws IOException {
      try (var server = start(Map.of())) {
        var reply = new Asker(server, HERE).ask("auth messi surabaya" + end);

        assertThat(reply).matches("\\{\"status\": \"OK\", \"tokenid\": \"[0-9a-f-]{36}\"}\r\n\r\n");
      }
    }

    @Test
    void isOneEvenIfThereAreLineEndsInIt() throws IOException {
      try (var server = start(Map.of())) {
        var here = new Asker(server, HERE);
        var messi = here.login("messi");

        assertThat(here.ask("send %s messi one\nsend %<s messi two\n".formatted(messi)))
            .isEqualTo(Asker.SENT);

        assertThat(here.ask("inbox " + messi))
            .contains("\"msg\": \" one\\nsend %s messi two \\r\\n\"}]".formatted(messi));
      }
    }

    @Test
    void isRefusedLikeAnyOther() throws IOException {
      try (var server = start(Map.of())) {
        var here = new Asker(server, HERE);

        assertThat(here.ask("hello?")).isEqualTo(error("**Protocol Tidak Benar"));
        assertThat(here.ask("inbox")).isEqualTo(error("--Protocol Tidak Benar"));
        assertThat(here.ask("x".repeat(9_000))).isEqualTo(error("Permintaan Terlalu Panjang"));
        assertThat(here.ask("auth messi jakarta")).isEqualTo(error("Password Salah"));
        assertThat(here.ask("inbox " + "0".repeat(36))).isEqualTo(Asker.NO_SESSION);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"login\",\"params\":{\"user\":\"messi\","
              + "\"password\":\"surabaya\"}}\n",
          "[",
        })
    void ofJsonIsRefusedUnread(String request) throws IOException {
      try (var server = start(Map.of())) {
        var reply = new Asker(server, HERE).ask(request);

        assertThat(reply)
            .isEqualTo(
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,"
                    + "\"message\":\"use a stream here\","
                    + "\"data\":{\"reason\":\"invalid-request\"}}}\n")
            .hasSizeLessThanOrEqualTo(128);
        assertThat(server.sessions()).isZero();
      }
    }

    @Test
    void isRefusedWhereItsMessageIsTooFast() throws IOException {
      try (var server = start(Map.of("message-burst", "2"))) {
        var here = new Asker(server, HERE);
        var messi = here.login("messi");
        for (int i = 0; i < 2; i++) {
          assertThat(here.ask("send %s henderson hey".formatted(messi))).isEqualTo(Asker.SENT);
        }

        assertThat(here.ask("send %s henderson hey".formatted(messi)))
            .isEqualTo(error("Terlalu Cepat, Coba Lagi 1 Detik"));

        server.clockwork().advance(Duration.ofMillis(200));
        assertThat(here.ask("send %s henderson hey".formatted(messi))).isEqualTo(Asker.SENT);
        assertThat(server.hits(Limit.MESSAGES)).isEqualTo(1);
      }
    }
  }

  @Nested
  class TheServer {

    @Test
    void keepsNoConnectionOfIt() throws IOException {
      var limits = Map.of("exempt", "none", "connections-per-address", "1", "connections", "1");
      try (var server = start(limits);
          var wire = server.connect()) {
        assertThat(ask(wire, "hello?")).isNotEmpty();
        server.hasher().hold();
        var asked = new ArrayList<CompletableFuture<Optional<String>>>();
        for (int i = 0; i < 5; i++) {
          asked.add(new Asker(server, HERE).begin("auth messi surabaya"));
        }

        assertThat(ask(wire, "still there?")).isNotEmpty();
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.unanswered()).isEqualTo(5);

        server.hasher().release();
        for (var reply : asked) {
          assertThat(Asker.answer(reply).orElseThrow()).contains("tokenid");
        }
        assertThat(server.unanswered()).isZero();
        assertThat(server.evictedConnections()).isZero();
        assertThat(server.hits(Limit.CONNECTIONS_PER_ADDRESS)).isZero();
        assertThat(server.hits(Limit.NEW_CONNECTIONS)).isZero();
      }
    }

    @Test
    void answersWhatIsUnderWayWhenItStops() throws Exception {
      try (var server = start(Map.of())) {
        server.hasher().hold();
        var asked = new Asker(server, HERE).begin("auth messi surabaya");
        server.hasher().awaitHeld();

        var stop = CompletableFuture.supplyAsync(() -> server.stop(Duration.ofSeconds(10)));
        server.hasher().release();

        assertThat(Asker.answer(asked).orElseThrow()).contains("tokenid");
        assertThat(stop.get(10, TimeUnit.SECONDS)).isEqualTo(Listener.Stopped.DRAINED);
      }
    }

    @Test
    void leavesUnansweredWhatIsTooMuchAtOnce() throws IOException {
      try (var server = start(Map.of("exempt", HERE, "unproven-requests", "2"))) {
        var here = new Asker(server, HERE);
        server.hasher().hold();
        var first = here.begin("auth messi surabaya");
        var second = here.begin("auth messi surabaya");

        here.isNotAnswered("hello?");
        assertThat(server.hits(Limit.UNPROVEN_REQUESTS)).isEqualTo(1);

        server.hasher().release();
        assertThat(Asker.answer(first)).isPresent();
        assertThat(Asker.answer(second)).isPresent();
        assertThat(here.ask("hello?")).isEqualTo(error("**Protocol Tidak Benar"));
      }
    }

    @Test
    void takesItsUserForOnlineForAWhile() throws IOException {
      try (var server = start(Map.of())) {
        var here = new Asker(server, HERE);
        var messi = here.login("messi");
        server.clockwork().advance(Duration.ofMinutes(4));
        here.ask("users " + messi);

        server.clockwork().advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(server.onlineUsers()).isEqualTo(1);

        server.clockwork().advance(Duration.ofMillis(1));
        assertThat(server.onlineUsers()).isZero();
      }
    }
  }

  private static DemoServer start(Map<String, String> limits) throws IOException {
    return DemoServer.startLoopback(limits);
  }

  private static String ask(Wire wire, String request) throws IOException {
    wire.send((request + "\n").getBytes(StandardCharsets.UTF_8));
    return wire.receive();
  }

  private static String error(String text) {
    return "{\"status\": \"ERROR\", \"message\": \"%s\"}\r\n\r\n".formatted(text);
  }
}
