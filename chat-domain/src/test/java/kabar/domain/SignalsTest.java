package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kabar.protocol.Availability;
import kabar.protocol.Command;
import kabar.protocol.Event;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What users tell each other that is of the moment.
class SignalsTest {
  private static final Event TYPING = new Event.Typing("messi");

  private final Rules rules = Rules.ofDemo();
  private final LivePeer messi = LivePeer.subscribed(rules, "messi");
  private final LivePeer henderson = LivePeer.subscribed(rules, "henderson");

  @Nested
  class Typing {

    @Test
    void isToldToAllConnectionsOfTheOtherAndNobodyElse() {
      var phone = LivePeer.subscribed(rules, "henderson");
      var lineker = LivePeer.subscribed(rules, "lineker");
      var unsubscribed = new LivePeer(rules, "henderson");

      assertThat(type(messi, "henderson")).isEqualTo(new Reply.Done());

      assertThat(List.of(henderson.outlet.told(), phone.outlet.told()))
          .containsOnly(List.of(TYPING));
      assertThat(List.of(messi.outlet, lineker.outlet, unsubscribed.outlet))
          .allSatisfy(it -> assertThat(it.told()).isEmpty());
    }

    @Test
    void isToldOnceASecondForEachPair() {
      for (int i = 0; i < 10; i++) {
        type(messi, "henderson");
        rules.clockwork.advance(Duration.ofMillis(99));
      }
      type(henderson, "messi");
      assertThat(typing(henderson)).isEqualTo(1);
      assertThat(typing(messi)).isEqualTo(1);

      rules.clockwork.advance(Duration.ofMillis(10));
      type(messi, "henderson");

      assertThat(typing(henderson)).isEqualTo(2);
    }

    @Test
    void isNeverStored() {
      var before = rules.store.cursor();
      type(messi, "henderson");

      assertThat(rules.store.cursor()).isEqualTo(before);
      assertThat(henderson.ping()).isEqualTo(before.toString());
    }

    @Test
    void toNobodyIsRefused() {
      assertThat(type(messi, "nobody")).isEqualTo(Reply.Refused.because(Reason.UNKNOWN_USER));
    }

    @Test
    void isDroppedWhereThereIsNoRoom() {
      henderson.drain(0);

      type(messi, "henderson");
      henderson.drain(10);

      assertThat(typing(henderson)).isZero();
      assertThat(rules.chat.live().counters().dropped()).isEqualTo(1);
    }

    private static long typing(LivePeer peer) {
      return peer.outlet.told().stream().filter(Event.Typing.class::isInstance).count();
    }

    private static Reply type(LivePeer from, String to) {
      return from.ask(new Command.Typing(to));
    }
  }

  @Nested
  class Presence {

    @Test
    void isSaidForEverybodyToSee() {
      assertThat(say(Availability.AWAY, "at lunch 🍜")).isEqualTo(new Reply.Done());

      var reply = (Reply.People) henderson.ask(new Command.ListUsers(true, "messi", 10, ""));
      assertThat(reply.people())
          .singleElement()
          .satisfies(
              it -> {
                assertThat(it.presence()).isEqualTo(Availability.AWAY);
                assertThat(it.text()).isEqualTo("at lunch 🍜");
              });
    }

    @Test
    void offlineIsWhatOnlyTheServerSays() {
      assertThat(say(Availability.OFFLINE, ""))
          .isInstanceOfSatisfying(
              Reply.Refused.class,
              it -> {
                assertThat(it.reason()).isEqualTo(Reason.INVALID_PARAMETER);
                assertThat(it.detail()).contains("'offline'", "expected online or away");
              });
    }

    @Test
    void aTextThatBreaksTheRuleIsRefusedWithTheRule() {
      for (var text :
          List.of("x".repeat(141), "two\nlines", "\u202Eturned", "bell\u0007", "a\u2028b", "[x]")) {
        assertThat(say(Availability.AWAY, text))
            .as(text)
            .isInstanceOfSatisfying(
                Reply.Refused.class,
                it -> {
                  assertThat(it.reason()).isEqualTo(Reason.INVALID_PARAMETER);
                  assertThat(it.detail()).contains("0 to 140 characters in one line");
                });
      }
      assertThat(say(Availability.AWAY, "🍜".repeat(140))).isEqualTo(new Reply.Done());
    }

    private Reply say(Availability presence, String text) {
      return messi.ask(new Command.SetPresence(presence, text));
    }
  }
}
