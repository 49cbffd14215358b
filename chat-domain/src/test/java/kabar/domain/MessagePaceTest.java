package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kabar.protocol.Command;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MessagePaceTest {
  private final Rules rules = Rules.ofDemo();
  private final Caller caller = new Caller(FakeConnection.PEER);
  private final String messi = rules.login("messi", caller);

  @Test
  void takesABurstAtOnceAndThenFiveASecond() {
    var replies = send(messi, caller, 23);
    assertThat(count(replies)).isEqualTo(20);

    rules.clockwork.advance(Duration.ofMillis(199));
    assertThat(count(replies)).isEqualTo(20);
    rules.clockwork.advance(Duration.ofMillis(1));
    assertThat(count(replies)).isEqualTo(21);
    rules.clockwork.advance(Duration.ofMillis(400));
    assertThat(count(replies)).isEqualTo(23);
    assertThat(rules.hits.count(Limit.MESSAGES)).isEqualTo(3);
  }

  @Test
  void storesThemInTheirOrder() {
    var henderson = rules.login("henderson", caller);
    send(messi, caller, 25);

    rules.clockwork.advance(Duration.ofSeconds(1));

    assertThat(rules.texts(henderson, caller))
        .isEqualTo(IntStream.range(0, 25).mapToObj(i -> "message " + i).toList());
  }

  @Test
  void regainsTheBurstInTime() {
    send(messi, caller, 20);

    rules.clockwork.advance(Duration.ofSeconds(4));

    assertThat(count(send(messi, caller, 21))).isEqualTo(20);
  }

  @Test
  void isOneForASessionOverAllItsConnections() {
    send(messi, caller, 20);

    assertThat(count(send(messi, new Caller(FakeConnection.PEER), 1))).isZero();
  }

  @Test
  void leavesOtherSessionsAlone() {
    var henderson = rules.login("henderson", caller);
    send(messi, caller, 21);

    var another = send(henderson, new Caller(FakeConnection.PEER), 20);

    assertThat(count(another)).isEqualTo(20);
  }

  @Test
  void letsEverythingGoAtOnceWhenTheServerStops() {
    var replies = send(messi, caller, 100);

    rules.chat.pace().lift();

    assertThat(count(replies)).isEqualTo(100);
    assertThat(count(send(messi, caller, 100))).isEqualTo(100);
  }

  @Nested
  class OfLivePeers {
    private final Caller live = Live.caller();

    OfLivePeers() {
      rules.ask(new Command.Resume(messi), live);
    }

    @Test
    void refusesWhatIsTooFastAndTellsHowLongToWait() {
      assertThat(send(20)).allMatch(reply -> reply instanceof Reply.Sent);

      assertThat(send(1)).containsExactly(Reply.Refused.tooFast(Duration.ofMillis(200)));
      assertThat(rules.hits.count(Limit.MESSAGES)).isEqualTo(1);
      assertThat(rules.clockwork.waiting()).isEqualTo(1); // the care of sessions
    }

    @Test
    void countsNothingThatItRefuses() {
      send(100);

      rules.clockwork.advance(Duration.ofMillis(200));

      assertThat(send(1)).allMatch(reply -> reply instanceof Reply.Sent);
    }

    @Test
    void tellsNoShorterWaitThanThereIs() {
      send(20);
      rules.clockwork.advance(Duration.ofNanos(199_000_001));

      assertThat(send(1)).containsExactly(Reply.Refused.tooFast(Duration.ofMillis(1)));
      rules.clockwork.advance(Duration.ofMillis(1));
      assertThat(send(1)).allMatch(reply -> reply instanceof Reply.Sent);
    }

    @Test
    void usesNoKeyUpForWhatItRefuses() {
      send(20);
      var refused = rules.ask(new Command.Send("", "henderson", "one", "k1"), live);
      rules.clockwork.advance(Duration.ofSeconds(1));

      var sent = rules.ask(new Command.Send("", "henderson", "two", "k1"), live);

      assertThat(refused).isInstanceOf(Reply.Refused.class);
      assertThat(sent).isInstanceOf(Reply.Sent.class);
    }

    @Test
    void isOneForTheSessionWithAllItsOtherConnections() {
      MessagePaceTest.this.send(messi, caller, 20);

      assertThat(send(1)).containsExactly(Reply.Refused.tooFast(Duration.ofMillis(200)));
    }

    @Test
    void refusesNothingWhenTheServerStops() {
      rules.chat.pace().lift();

      assertThat(send(100)).allMatch(reply -> reply instanceof Reply.Sent);
    }

    private List<Reply> send(int count) {
      return IntStream.range(0, count)
          .mapToObj(i -> rules.ask(new Command.Send("", "henderson", "m" + i, ""), live))
          .toList();
    }
  }

  private List<CompletableFuture<Reply>> send(String token, Caller from, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Command.Send(token, "henderson", "message " + i, ""))
        .map(command -> rules.begin(command, from))
        .toList();
  }

  private static long count(List<CompletableFuture<Reply>> replies) {
    return replies.stream().filter(CompletableFuture::isDone).count();
  }
}
