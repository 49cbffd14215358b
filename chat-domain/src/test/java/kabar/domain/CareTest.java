package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;

/// What a server does by itself, every now and then.
class CareTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final Caller caller = new Caller(FakeConnection.PEER);

  @Test
  void removesSessionsThatAreOver() {
    var rules = Rules.ofDemo();
    var token = rules.login("messi", caller);

    rules.clockwork.advance(Duration.ofDays(30).plus(A_MINUTE));

    assertThat(Rules.now(rules.store.sessions("messi"))).isEmpty();
    assertThat(rules.ask(new Command.Inbox(token), caller))
        .isEqualTo(Reply.Refused.because(Reason.LOGIN_REQUIRED));
  }

  @Test
  void keepsASessionThatWasUsedJustInTime() {
    var rules = Rules.ofDemo();
    var token = rules.login("messi", caller);
    rules.clockwork.advance(Duration.ofDays(30).minusSeconds(1));
    rules.ask(new Command.Inbox(token), caller);

    rules.clockwork.advance(A_MINUTE.multipliedBy(2));

    assertThat(rules.ask(new Command.Inbox(token), caller)).isInstanceOf(Reply.Inbox.class);
    assertThat(rules.restarted().ask(new Command.Inbox(token), caller))
        .isInstanceOf(Reply.Inbox.class);
  }

  @Test
  void keepsMessagesForEverWhereNothingElseIsSaid() {
    var rules = Rules.ofDemo();
    var token = rules.login("messi", caller);
    rules.ask(new Command.Send(token, "messi", "hey", ""), caller);

    rules.clockwork.advance(Duration.ofDays(29));

    assertThat(rules.texts(token, caller)).containsExactly("hey");
  }

  @Test
  void removesOldMessagesInSmallStepsWhereThatIsWanted() {
    var rules =
        Rules.ofDemo(
            new ChatRules(
                true,
                new SessionRules(Duration.ofDays(300), Duration.ofDays(365), 64),
                RegistrationRules.DEFAULT,
                new RetentionRule(Duration.ofDays(30))));
    var token = rules.login("messi", caller);
    rules.chat.pace().lift();
    for (int i = 0; i < 1_200; i++) {
      rules.ask(new Command.Send(token, "messi", "old", ""), caller);
    }
    rules.clockwork.advance(Duration.ofDays(20));
    rules.ask(new Command.Send(token, "messi", "new", ""), caller);
    assertThat(rules.store.purges()).allMatch(removed -> removed == 0);

    rules.clockwork.advance(Duration.ofDays(11));

    assertThat(rules.texts(token, caller)).containsExactly("new");
    assertThat(rules.store.purges()).contains(500, 500, 200);
  }
}
