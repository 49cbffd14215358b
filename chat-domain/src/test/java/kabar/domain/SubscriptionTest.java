package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kabar.api.fanout.Hint;
import kabar.api.store.Cursor;
import kabar.protocol.Command;
import kabar.protocol.Event;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What a subscribed connection is told, and when.
class SubscriptionTest {
  private final Rules rules = Rules.ofDemo();
  private final LivePeer messi = new LivePeer(rules, "messi");
  private final LivePeer henderson = new LivePeer(rules, "henderson");

  @Nested
  class Live {

    @Test
    void bothSidesAreToldOfAMessageAndOnlyItsSenderOfItsKey() {
      messi.subscribe("");
      henderson.subscribe("");

      var id = messi.send("henderson", "hey", "key-1");

      var at = rules.clock.instant();
      var cursor = rules.store.cursor().toString();
      assertThat(messi.outlet.told())
          .containsExactly(
              new Event.Posted(
                  new Reply.Note(id, "messi", "henderson", "hey", "key-1", at), cursor));
      assertThat(henderson.outlet.told())
          .containsExactly(
              new Event.Posted(new Reply.Note(id, "messi", "henderson", "hey", "", at), cursor));
    }

    @Test
    void nobodyIsToldOfOthersMessages() {
      var lineker = LivePeer.subscribed(rules, "lineker");

      messi.send("henderson", "hey");

      assertThat(lineker.outlet.told()).isEmpty();
    }

    @Test
    void aMessageToOneselfIsToldOnceWithItsKey() {
      messi.subscribe("");

      messi.send("messi", "a note", "key-1");

      assertThat(messi.outlet.told())
          .singleElement()
          .extracting(it -> ((Event.Posted) it).note().key())
          .isEqualTo("key-1");
    }

    @Test
    void aMarkerIsToldToItsOwnerOnly() {
      messi.subscribe("");
      henderson.subscribe("");
      var id = messi.send("henderson", "hey");
      messi.outlet.take();
      henderson.outlet.take();

      henderson.read("messi", id);

      assertThat(henderson.outlet.told())
          .containsExactly(new Event.Marked("messi", id, rules.store.cursor().toString()));
      assertThat(messi.outlet.told()).isEmpty();
    }

    @Test
    void whatIsSentAgainUnderItsKeyOrReadAgainIsToldOnce() {
      henderson.subscribe("");
      var id = messi.send("henderson", "hey", "key-1");
      henderson.read("messi", id);
      henderson.outlet.take();

      assertThat(messi.send("henderson", "hey", "key-1")).isEqualTo(id);
      henderson.read("messi", id);

      assertThat(henderson.outlet.told()).isEmpty();
    }

    @Test
    void allConnectionsOfAUserAreToldByOneNoticeWithoutTheStoreBeingRead() {
      var others = IntStream.range(0, 5).mapToObj(_ -> LivePeer.subscribed(rules, "henderson"));
      var all = Stream.concat(Stream.of(henderson), others).toList();
      henderson.subscribe("");
      int replays = rules.store.replays();

      messi.send("henderson", "hey");

      assertThat(all.stream().map(it -> it.outlet.notices()).distinct()).hasSize(1);
      assertThat(henderson.outlet.told()).hasSize(1);
      assertThat(rules.store.replays()).isEqualTo(replays);
    }

    @Test
    void sessionsOfOneUserStayInStep() {
      var desk = LivePeer.subscribed(rules, "messi");
      var phone = LivePeer.subscribed(rules, "messi");
      var id = henderson.send("messi", "hey");

      desk.send("henderson", "hello");
      phone.read("henderson", id);

      assertThat(desk.outlet.told()).hasSize(3).isEqualTo(phone.outlet.told());
      assertThat(desk.texts()).containsExactly("hey", "hello");
      assertThat(desk.outlet.told().getLast())
          .isEqualTo(new Event.Marked("henderson", id, rules.store.cursor().toString()));
    }
  }

  @Nested
  class Beginning {

    @Test
    void nothingIsToldBeforeTheAnswer() {
      var cursor = rules.store.cursor().toString();
      var reply = rules.ask(new Command.Subscribe(""), henderson.caller);
      messi.send("henderson", "one");
      messi.send("henderson", "two");

      assertThat(reply).isEqualTo(new Reply.Subscribed(cursor, false));
      assertThat(henderson.outlet.told()).isEmpty();
      henderson.caller.answered();

      assertThat(henderson.texts()).containsExactly("one", "two");
    }

    @Test
    void allThatCameAfterACursorIsToldThenWhatHappens() {
      messi.send("henderson", "before");
      var cursor = rules.store.cursor().toString();
      var sent = sendMany(500);
      var id = henderson.send("messi", "own");
      messi.read("henderson", id);

      var reply = henderson.subscribe(cursor);
      messi.send("henderson", "live");

      assertThat(reply).isEqualTo(new Reply.Subscribed(cursor, false));
      assertThat(henderson.texts())
          .isEqualTo(Stream.concat(sent.stream(), Stream.of("own", "live")).toList());
    }

    @Test
    void whatIsStoredWhileTheStoreIsReadIsToldOnceAndInOrder() {
      var cursor = rules.store.cursor().toString();
      messi.send("henderson", "one");
      rules.store.hold("replay");
      var answer = rules.begin(new Command.Subscribe(cursor), henderson.caller);
      messi.send("henderson", "two");
      rules.store.release();
      assertThat(answer).isCompletedWithValue(new Reply.Subscribed(cursor, false));
      henderson.caller.answered();
      messi.send("henderson", "three");
      assertThat(henderson.outlet.told()).isEmpty();

      rules.store.release();
      assertThat(henderson.texts()).containsExactly("one", "two");
      rules.store.holdNothing();
      rules.store.release();
      messi.send("henderson", "four");

      assertThat(henderson.texts()).containsExactly("one", "two", "three", "four");
    }

    @Test
    void aCursorOfNoUseIsAnsweredWithAReset() {
      messi.send("henderson", "before");
      var now = rules.store.cursor();
      var elsewhere = "elsewhere-" + now.position();
      var ahead = now.incarnation() + "-" + (now.position() + 1);

      for (var after : List.of(elsewhere, ahead, "no cursor", "-", "x".repeat(1_000))) {
        assertThat(henderson.subscribe(after))
            .isEqualTo(new Reply.Subscribed(now.toString(), true));
      }
      messi.send("henderson", "live");

      assertThat(henderson.texts()).containsExactly("live");
    }

    @Test
    void aCursorBehindWhatWasPurgedIsAnsweredWithAReset() {
      var cursor = rules.store.cursor().toString();
      messi.send("henderson", "old");
      Rules.now(rules.store.purge(rules.clock.instant().plusSeconds(1), 10));

      assertThat(henderson.subscribe(cursor))
          .isEqualTo(new Reply.Subscribed(rules.store.cursor().toString(), true));
    }

    @Test
    void subscribingAgainReplacesWhatWasSubscribed() {
      henderson.subscribe("");
      messi.send("henderson", "one");
      henderson.outlet.take();

      henderson.subscribe("");
      messi.send("henderson", "two");

      assertThat(henderson.texts()).containsExactly("two");
      assertThat(subscriptions()).isEqualTo(1);
    }

    @Test
    void whoeverIsNotLoggedInIsRefused() {
      assertThat(rules.ask(new Command.Subscribe(""), FakeOutlet.caller(new FakeOutlet())))
          .isEqualTo(Reply.Refused.because(Reason.LOGIN_REQUIRED));
    }

    @Test
    void aStoreThatFailsLeavesNothingSubscribed() {
      var cursor = rules.store.cursor().toString();
      rules.store.close();

      var answer = rules.begin(new Command.Subscribe(cursor), henderson.caller);

      assertThat(answer).isCompletedExceptionally();
      assertThat(subscriptions()).isZero();
    }
  }

  @Nested
  class WithoutRoom {

    @Test
    void itGoesOnWithTheSameMessageWhenThereIsRoom() {
      henderson.subscribe("");
      henderson.drain(2);

      var sent = sendMany(10);
      assertThat(henderson.texts()).isEqualTo(sent.subList(0, 2));
      henderson.drain(3);
      assertThat(henderson.texts()).isEqualTo(sent.subList(0, 5));
      henderson.drain(100);
      messi.send("henderson", "live again");

      assertThat(henderson.texts())
          .isEqualTo(Stream.concat(sent.stream(), Stream.of("live again")).toList());
      assertThat(rules.chat.live().counters().catchUps()).isEqualTo(1);
    }

    @Test
    void aLongReplayArrivesBitByBit() {
      var cursor = rules.store.cursor().toString();
      var sent = sendMany(1_000);
      henderson.outlet.roomFor(0);

      henderson.subscribe(cursor);
      for (int i = 0; i < 100; i++) {
        henderson.drain(1 + i % 25);
        assertThat(henderson.texts()).isEqualTo(sent.subList(0, henderson.texts().size()));
      }
      henderson.drain(sent.size());

      assertThat(henderson.texts()).isEqualTo(sent);
    }

    @Test
    void theNextReadsAreSmaller() {
      var cursor = rules.store.cursor().toString();
      sendMany(1_000);
      henderson.outlet.roomFor(1);
      henderson.subscribe(cursor);
      int first = rules.store.lastLimit();

      for (int i = 0; i < 20; i++) {
        henderson.drain(1);
      }

      assertThat(first).isEqualTo(200);
      assertThat(rules.store.lastLimit()).isEqualTo(8);
    }

    @Test
    void whatIsPurgedBeforeItWasToldEndsTheConnection() {
      henderson.subscribe("");
      henderson.drain(1);
      sendMany(10);
      Rules.now(rules.store.purge(rules.clock.instant().plus(Duration.ofDays(1)), 5));

      henderson.drain(100);

      assertThat(henderson.outlet.isClosed()).isTrue();
      assertThat(henderson.texts()).containsExactly("0");
    }

    @Test
    void aStoreThatFailsEndsTheConnection() {
      henderson.subscribe("");
      henderson.drain(0);
      sendMany(1);
      rules.store.close();

      henderson.drain(100);

      assertThat(henderson.outlet.isClosed()).isTrue();
      assertThat(subscriptions()).isZero();
    }
  }

  @Nested
  class TheEnd {

    @Test
    void comesWithTheLogout() {
      henderson.subscribe("");

      henderson.ask(new Command.Logout(""));
      messi.send("henderson", "hey");

      assertThat(henderson.outlet.told()).isEmpty();
      assertThat(subscriptions()).isZero();
    }

    @Test
    void comesWithAnotherLoginOnTheConnection() {
      henderson.subscribe("");

      henderson.relogin("lineker");
      messi.send("henderson", "hey");
      messi.send("lineker", "hey");

      assertThat(henderson.outlet.told()).isEmpty();
      assertThat(subscriptions()).isZero();
    }

    @Test
    void comesWithTheEndOfTheConnection() {
      henderson.subscribe("");

      henderson.leave();
      messi.send("henderson", "hey");

      assertThat(henderson.outlet.told()).isEmpty();
      assertThat(subscriptions()).isZero();
    }

    @Test
    void comesBeforeTheBeginningIfTheConnectionIsGone() {
      rules.store.hold("replay");
      var answer =
          rules.begin(new Command.Subscribe(rules.store.cursor().toString()), henderson.caller);
      henderson.leave();

      rules.store.release();
      henderson.caller.answered();

      assertThat(answer).isCompleted();
      assertThat(subscriptions()).isZero();
    }
  }

  @Nested
  class TheCursorOfAPing {

    @Test
    void isTheLastThatTheConnectionWasTold() {
      var subscribed = henderson.subscribe("").cursor();
      messi.send("messi", "not for him");
      assertThat(henderson.ping()).isEqualTo(subscribed);

      messi.send("henderson", "hey");
      var told = ((Event.Posted) henderson.outlet.told().getLast()).cursor();

      assertThat(henderson.ping()).isEqualTo(told).isNotEqualTo(subscribed);
    }

    @Test
    void isThatOfTheStoreWithoutASubscription() {
      messi.send("messi", "anything");

      assertThat(henderson.ping()).isEqualTo(rules.store.cursor().toString());
    }

    @Test
    void isNotAheadOfWhatFoundRoom() {
      var subscribed = henderson.subscribe("").cursor();
      henderson.drain(0);

      messi.send("henderson", "hey");

      assertThat(henderson.ping()).isEqualTo(subscribed);
    }
  }

  /// As if the change came from another node of the same chat, some of whose hints are lost.
  @Nested
  class ByHintsAlone {
    private final HintsOnly bus = new HintsOnly();
    private final Rules rules = Rules.ofDemo(bus);
    private final LivePeer messi = new LivePeer(rules, "messi");
    private final LivePeer henderson = LivePeer.subscribed(rules, "henderson");

    @BeforeEach
    void begin() {
      bus.of(rules.store.cursor());
    }

    @Test
    void everythingArrivesThoughNoChangeTravels() {
      messi.send("henderson", "one");
      messi.send("henderson", "two");

      assertThat(henderson.texts()).containsExactly("one", "two");
    }

    @Test
    void whatALostHintWasAboutArrivesWithTheNext() {
      bus.lose(true);
      messi.send("henderson", "one");
      messi.send("henderson", "two");
      assertThat(henderson.texts()).isEmpty();

      bus.lose(false);
      messi.send("henderson", "three");

      assertThat(henderson.texts()).containsExactly("one", "two", "three");
    }

    @Test
    void aHintFromAheadOfTheStoreIsHarmless() {
      var now = rules.store.cursor();
      var ahead = new Cursor(now.incarnation(), now.position() + 100);
      bus.publish(new Hint.Changed(Set.of("henderson"), ahead));

      messi.send("henderson", "one");

      assertThat(henderson.texts()).containsExactly("one");
    }
  }

  private int subscriptions() {
    return rules.chat.live().audience().size();
  }

  /// Sends the texts 0, 1, 2 and so on to henderson, at a pace that is allowed.
  private List<String> sendMany(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              rules.clockwork.advance(Duration.ofMillis(200));
              messi.send("henderson", "" + i);
              return "" + i;
            })
        .toList();
  }
}
