package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Passwords that come from addresses that are not proven.
class UnprovenPasswordsTest {
  private static final String HERE = "192.0.2.7";
  private static final Command RIGHT = new Command.Login("messi", DemoUsers.PASSWORD);
  private static final Command WRONG = new Command.Login("messi", "bandung");

  @Nested
  class WrongOnes {
    private final Rules rules = Rules.ofDemo();

    @Test
    void makeTheirAccountWaitWhereAddressesAreNotProvenAndNowhereElse() {
      for (int i = 0; i < 5; i++) {
        assertThat(rules.ask(WRONG, unproven("192.0.2." + i)))
            .isEqualTo(Reply.Refused.because(Reason.BAD_CREDENTIALS));
      }

      assertThat(rules.ask(RIGHT, unproven("198.51.100.9")))
          .isEqualTo(Reply.Refused.tooFast(Duration.ofMinutes(1)));
      assertThat(rules.hits.count(Limit.WRONG_PASSWORDS_PER_ACCOUNT)).isEqualTo(1);
      assertThat(rules.ask(RIGHT, proven("192.0.2.1"))).isInstanceOf(Reply.LoggedIn.class);
    }

    @Test
    void makeTheirAddressWaitWhereItIsNotProvenAndNowhereElse() {
      for (int i = 0; i < 20; i++) {
        rules.ask(new Command.Login("user" + i, "bandung"), unproven(HERE));
      }

      assertThat(rules.ask(RIGHT, unproven(HERE)))
          .isEqualTo(Reply.Refused.tooFast(Duration.ofMinutes(10)));
      assertThat(rules.hits.count(Limit.WRONG_PASSWORDS_PER_ADDRESS)).isEqualTo(1);
      assertThat(rules.ask(RIGHT, proven(HERE))).isInstanceOf(Reply.LoggedIn.class);
    }

    @Test
    void ofProvenAddressesMakeNobodyWaitWhoseAddressIsNot() {
      for (int i = 0; i < 5; i++) {
        rules.ask(WRONG, proven(HERE));
      }

      assertThat(rules.ask(RIGHT, proven(HERE))).isInstanceOf(Reply.Refused.class);
      assertThat(rules.ask(RIGHT, unproven(HERE))).isInstanceOf(Reply.LoggedIn.class);
    }
  }

  @Test
  void areLookedAtAFewAtOnceAndKeepNobodyElseWaiting() throws IOException {
    try (var server = DemoServer.startLoopback(Map.of("unproven-logins", "2"));
        var wire = server.connect()) {
      server.hasher().hold();
      var held = new ArrayList<CompletableFuture<Optional<String>>>();
      for (var address : List.of("192.0.2.1", "192.0.2.2")) {
        held.add(new Asker(server, address).begin("auth messi surabaya"));
      }

      var busy = new Asker(server, "192.0.2.3");
      assertThat(busy.ask("auth messi surabaya")).contains("Server Sedang Sibuk");
      assertThat(server.hits(Limit.UNPROVEN_LOGINS)).isEqualTo(1);
      wire.send("auth messi surabaya\n".getBytes(StandardCharsets.UTF_8));
      assertThat(busy.ask("hello?")).contains("**Protocol Tidak Benar");

      server.hasher().release();
      assertThat(wire.receive()).contains("tokenid");
      for (var reply : held) {
        assertThat(Asker.answer(reply).orElseThrow()).contains("tokenid");
      }
      assertThat(busy.ask("auth messi surabaya")).contains("tokenid");
    }
  }

  private static Caller proven(String address) {
    return new Caller(FakeConnection.peerAt(address));
  }

  private static Caller unproven(String address) {
    var caller = new Caller(FakeConnection.unprovenAt(address));
    caller.leave();
    return caller;
  }
}
