package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import kabar.api.Settings;
import kabar.testkit.transcript.Wire;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// How long and how many the replies are that go to addresses that are not proven, from outside.
class UnprovenRepliesTest {
  private static final String HERE = "192.0.2.7";
  private static final String PROTOCOL = "**Protocol Tidak Benar";

  @Nested
  class TheLength {

    @Test
    void isShortWhereTheTokenIsNotBoundToTheAddress() throws IOException {
      try (var server = start(Map.of());
          var wire = server.connect()) {
        var here = new Asker(server, HERE);
        var messi = login(wire, "messi");

        assertThat(here.ask("users " + messi)).contains("messi [Lionel Messi]");
        assertThat(here.ask("send %s messi %s".formatted(messi, "x".repeat(200))))
            .isEqualTo(Asker.SENT);

        assertThat(here.ask("inbox " + messi)).isEqualTo(Asker.TOO_LONG);
        assertThat(server.hits(Limit.UNPROVEN_REPLY_BYTES)).isEqualTo(1);
        assertThat(ask(wire, "inbox " + messi)).contains("x".repeat(200));
      }
    }

    @Test
    void isOneDatagramWhereTheTokenIsBoundToTheAddress() throws IOException {
      try (var server = start(Map.of())) {
        var here = new Asker(server, HERE);
        var messi = here.login("messi");
        int frame = frame();

        here.ask("send %s messi %s".formatted(messi, "x".repeat(1_200 - frame)));
        assertThat(here.ask("inbox " + messi)).hasSize(1_200);

        here.ask("send %s messi y".formatted(messi));
        assertThat(here.ask("inbox " + messi)).isEqualTo(Asker.TOO_LONG);
        assertThat(server.hits(Limit.BOUND_REPLY_BYTES)).isEqualTo(1);
      }
    }

    @Test
    void leavesRoomForWhatIsSaidOfASession() throws IOException {
      try (var server = start(Map.of())) {
        var here = new Asker(server, HERE);
        var messi = here.login("messi");

        assertThat(here.ask("logout " + messi))
            .isEqualTo(
                "{\"status\": \"OK\", \"messages\": \"LOGGING OUT: messi [Lionel Messi]\","
                    + " \"tokenid\": \"\"}\r\n\r\n");
        assertThat(here.ask("inbox " + messi)).isEqualTo(Asker.NO_SESSION);
      }
    }

    /// What an inbox of one empty text takes.
    private static int frame() {
      return """
          {"status": "OK", "messages": {"messi": [{"msg_from": "Lionel Messi", \
          "msg_to": "Lionel Messi", "msg": "  \\r\\n"}]}}"""
              .length()
          + "\r\n\r\n".length();
    }
  }

  @Nested
  class TheRate {

    @Test
    void isTenASecondForAnAddress() throws IOException {
      try (var server = start(Map.of())) {
        var here = new Asker(server, HERE);
        for (int i = 0; i < 10; i++) {
          assertThat(here.ask("hello?")).contains(PROTOCOL);
        }

        here.isNotAnswered("hello?");
        assertThat(new Asker(server, "192.0.2.8").ask("hello?")).contains(PROTOCOL);
        server.clockwork().advance(Duration.ofMillis(999));
        here.isNotAnswered("hello?");
        assertThat(server.hits(Limit.UNPROVEN_REPLIES_PER_ADDRESS)).isEqualTo(2);

        server.clockwork().advance(Duration.ofMillis(1));
        assertThat(here.ask("hello?")).contains(PROTOCOL);
      }
    }

    @Test
    void isOneForTheAddressesThatOnePersonHas() throws IOException {
      try (var server = start(Map.of("unproven-replies-per-address", "1"))) {
        assertThat(new Asker(server, "2001:db8::1").ask("hello?")).contains(PROTOCOL);

        new Asker(server, "2001:db8::2").isNotAnswered("hello?");
        assertThat(new Asker(server, "2001:db8:0:1::2").ask("hello?")).contains(PROTOCOL);
      }
    }

    @Test
    void isTwoHundredASecondInAllAndOneAddressCannotUseItUp() throws IOException {
      try (var server = start(Map.of())) {
        var greedy = new Asker(server, HERE);
        for (int i = 0; i < 300; i++) {
          Asker.answer(greedy.begin("hello?"));
        }
        for (int i = 0; i < 190; i++) {
          assertThat(new Asker(server, "198.51.100." + i).ask("hello?")).contains(PROTOCOL);
        }

        new Asker(server, "203.0.113.1").isNotAnswered("hello?");
        assertThat(server.hits(Limit.UNPROVEN_REPLIES)).isEqualTo(1);

        server.clockwork().advance(Duration.ofSeconds(1));
        assertThat(new Asker(server, "203.0.113.1").ask("hello?")).contains(PROTOCOL);
      }
    }

    @Test
    void keepsNobodyWaitingForLongWhenTheClockIsSetBack() {
      var clock = new HeldClock();
      var limits = ChatLimits.from(Settings.of("limits", Map.of("unproven-replies", "1")), 1);
      var replies = new UnprovenReplies(limits, clock, new LimitHits());
      var here = FakeConnection.unprovenAt(HERE).address();
      assertThat(replies.mayLeave(here)).isTrue();
      assertThat(replies.mayLeave(here)).isFalse();

      clock.advance(Duration.ofDays(-1));

      assertThat(replies.mayLeave(here)).isTrue();
    }

    @Test
    void keepsFromBeingCarriedOutWhatIsNotAnswered() throws IOException {
      try (var server = start(Map.of("unproven-replies-per-address", "1"));
          var wire = server.connect()) {
        var messi = login(wire, "messi");
        var here = new Asker(server, HERE);
        assertThat(here.ask("send %s messi one".formatted(messi))).isEqualTo(Asker.SENT);

        here.isNotAnswered("send %s messi two".formatted(messi));

        assertThat(ask(wire, "inbox " + messi)).contains("one").doesNotContain("two");
      }
    }

    @Test
    void holdsForATokenThatIsNotBoundToTheAddressAndForNoOther() throws IOException {
      var limits = Map.of("unproven-replies-per-address", "2");
      try (var server = start(limits);
          var wire = server.connect()) {
        var elsewhere = login(wire, "henderson");
        var here = new Asker(server, HERE);
        var messi = here.login("messi");
        assertThat(here.ask("users " + elsewhere)).contains("OK");

        here.isNotAnswered("users " + elsewhere);
        for (int i = 0; i < 50; i++) {
          assertThat(here.ask("users " + messi)).contains("OK");
        }
      }
    }

    @Test
    void isNoneForAddressesThatAreExempt() throws IOException {
      var limits =
          Map.of("unproven-replies-per-address", "1", "unproven-replies", "1", "exempt", HERE);
      try (var server = start(limits)) {
        for (int i = 0; i < 50; i++) {
          assertThat(new Asker(server, HERE).ask("hello?")).contains(PROTOCOL);
        }
        assertThat(new Asker(server, "192.0.2.8").ask("hello?")).contains(PROTOCOL);
      }
    }

    @Test
    void leavesTheLengthAsItIsForAddressesThatAreExempt() throws IOException {
      try (var server = start(Map.of("exempt", HERE));
          var wire = server.connect()) {
        var messi = login(wire, "messi");
        ask(wire, "send %s messi %s".formatted(messi, "x".repeat(200)));

        assertThat(new Asker(server, HERE).ask("inbox " + messi)).isEqualTo(Asker.TOO_LONG);
      }
    }
  }

  private static DemoServer start(Map<String, String> limits) throws IOException {
    return DemoServer.startLoopback(limits);
  }

  private static String login(Wire wire, String user) throws IOException {
    return Asker.token(ask(wire, "auth %s %s".formatted(user, DemoUsers.PASSWORD)));
  }

  private static String ask(Wire wire, String request) throws IOException {
    wire.send((request + "\n").getBytes(StandardCharsets.UTF_8));
    return wire.receive();
  }
}
