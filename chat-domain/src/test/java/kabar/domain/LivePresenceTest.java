package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kabar.api.store.Account;
import kabar.api.store.StoredSession;
import kabar.api.store.TokenHash;
import kabar.protocol.Availability;
import kabar.protocol.Person;
import kabar.protocol.Profile;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Presence by live connections, what users say of it, and who is told.
class LivePresenceTest {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Standing LUNCH = new Standing(Availability.AWAY, "at lunch");

  private final HeldClock clock = new HeldClock();
  private final List<String> stirred = new ArrayList<>();
  private final Presence presence = new Presence(clock, WINDOW, stirred::add);
  private final Session messi = session("1", DemoUsers.MESSI);
  private final Session henderson = session("2", DemoUsers.HENDERSON);
  private final Caller caller = FakeOutlet.caller(new FakeOutlet());
  private final Caller another = FakeOutlet.caller(new FakeOutlet());
  private final Caller text = new Caller(FakeConnection.PEER);
  private final Instant start = clock.instant();

  @Nested
  class ALiveSession {

    @Test
    void isPresentAsLongAsItsConnectionIsOpen() {
      presence.used(messi, caller);

      clock.advance(Duration.ofDays(30));

      assertThat(online()).containsExactly("messi");
    }

    @Test
    void isPresentForFifteenSecondsAfterItsConnectionBroke() {
      presence.used(messi, caller);
      clock.advance(Duration.ofHours(1));
      leave(caller);

      clock.advance(Presence.GRACE.minus(MOMENT));
      assertThat(online()).containsExactly("messi");

      clock.advance(MOMENT);
      assertThat(online()).isEmpty();
    }

    @Test
    void isPresentAsLongAsOneOfItsConnectionsIsOpen() {
      presence.used(messi, caller);
      presence.used(messi, another);
      leave(another);

      clock.advance(Duration.ofDays(1));

      assertThat(online()).containsExactly("messi");
    }

    @Test
    void isLeftByAConnectionThatIsBoundToAnotherSession() {
      presence.used(messi, caller);
      presence.used(henderson, caller);

      clock.advance(Presence.GRACE);

      assertThat(online()).containsExactly("henderson");
    }

    @Test
    void isPresentByTheRuleOfTextAsWellWhereItIsUsedThere() {
      presence.used(messi, caller);
      presence.used(messi, text);
      leave(caller);
      leave(text);

      clock.advance(WINDOW.minus(MOMENT));
      assertThat(online()).containsExactly("messi");

      clock.advance(MOMENT);
      assertThat(online()).isEmpty();
    }

    @Test
    void isKeptByItsLiveConnectionsWhenATextConnectionUsesIt() {
      presence.used(messi, caller);
      presence.used(messi, text);
      leave(text);

      clock.advance(WINDOW);

      assertThat(online()).containsExactly("messi");
    }

    @Test
    void isPresentForTheGraceIfItsConnectionIsGoneAlready() {
      caller.leave();
      presence.used(messi, caller);

      clock.advance(Presence.GRACE.minus(MOMENT));
      assertThat(online()).containsExactly("messi");
      clock.advance(MOMENT);
      assertThat(online()).isEmpty();
    }

    @Test
    void endsAtOnceWithTheLogout() {
      presence.used(messi, caller);

      end(messi);

      assertThat(online()).isEmpty();
    }
  }

  @Nested
  class APerson {

    @Test
    void isOfflineSinceTheStartUntilTheyCome() {
      clock.advance(Duration.ofHours(1));

      assertThat(person()).isEqualTo(person(Standing.OFFLINE, start));
    }

    @Test
    void isOnlineSinceTheyCame() {
      clock.advance(Duration.ofHours(1));
      presence.used(messi, caller);
      var came = clock.instant();
      clock.advance(Duration.ofHours(1));
      presence.used(messi, another);

      assertThat(person()).isEqualTo(person(Standing.ONLINE, came));
    }

    @Test
    void isOnlineSinceTheyCameEvenIfTheConnectionBrokeForAMoment() {
      presence.used(messi, caller);
      clock.advance(Duration.ofHours(1));
      leave(caller);
      clock.advance(Presence.GRACE.minus(MOMENT));
      presence.used(messi, another);

      assertThat(person()).isEqualTo(person(Standing.ONLINE, start));
    }

    @Test
    void isOfflineSinceTheGraceWasOverNotSinceSomebodyLooked() {
      presence.used(messi, caller);
      leave(caller);
      clock.advance(Duration.ofHours(1));

      assertThat(person()).isEqualTo(person(Standing.OFFLINE, start.plus(Presence.GRACE)));
    }

    @Test
    void isAwaySinceTheySaidSo() {
      presence.used(messi, caller);
      clock.advance(Duration.ofHours(1));
      var said = clock.instant();
      presence.says(messi, LUNCH);
      clock.advance(Duration.ofMinutes(1));
      presence.says(messi, new Standing(Availability.AWAY, "a long lunch"));

      assertThat(person()).isEqualTo(person(new Standing(Availability.AWAY, "a long lunch"), said));
    }

    @Test
    void isNotAwayAnyMoreWhenTheyComeBackAfterHavingBeenOffline() {
      presence.used(messi, caller);
      presence.says(messi, LUNCH);
      end(messi);
      assertThat(person()).isEqualTo(person(Standing.OFFLINE, start));

      presence.used(session("3", DemoUsers.MESSI), caller);

      assertThat(person()).isEqualTo(person(Standing.ONLINE, start));
    }

    @Test
    void saysNothingWhileOffline() {
      presence.says(messi, LUNCH);

      presence.used(messi, caller);

      assertThat(person()).isEqualTo(person(Standing.ONLINE, start));
    }

    @Test
    void isListedByName() {
      presence.used(messi, caller);
      presence.used(henderson, another);
      presence.says(messi, LUNCH);

      assertThat(presence.people())
          .containsExactly(
              Standing.ONLINE.person(henderson.profile(), start), person(LUNCH, start));
    }
  }

  @Nested
  class WhileItIsWatched {

    @Test
    void thoseWhoComeGoAndSaySomethingSettleOnce() {
      presence.used(henderson, another);
      presence.watch(true);

      presence.used(messi, caller);
      presence.says(messi, LUNCH);
      end(henderson);

      assertThat(presence.settle())
          .containsExactly(
              person(LUNCH, start), Standing.OFFLINE.person(henderson.profile(), start));
      assertThat(presence.settle()).isEmpty();
    }

    @Test
    void whoeverStandsAsBeforeInTheEndDoesNotSettle() {
      presence.used(henderson, another);
      presence.watch(true);
      presence.used(messi, caller);
      end(messi);
      end(henderson);
      presence.used(session("3", DemoUsers.HENDERSON), another);

      assertThat(presence.settle()).isEmpty();
    }

    @Test
    void whoeverWasSeenInTheMiddleOfAChangeSettlesWhateverCameOfIt() {
      presence.used(messi, caller);
      presence.watch(true);
      end(messi);
      assertThat(presence.people()).isEmpty();
      presence.used(session("3", DemoUsers.MESSI), caller);

      assertThat(presence.settle()).containsExactly(person(Standing.ONLINE, start));
      assertThat(presence.settle()).isEmpty();
    }

    @Test
    void aConnectionThatIsBackWithinTheGraceSettlesNothing() {
      presence.used(messi, caller);
      presence.watch(true);
      leave(caller);
      clock.advance(Presence.GRACE.minus(MOMENT));
      assertThat(presence.settle()).isEmpty();
      presence.used(messi, another);
      clock.advance(MOMENT);

      assertThat(presence.settle()).isEmpty();
    }

    @Test
    void theEndOfTheGraceSettlesEvenIfSomebodyElseSawItFirst() {
      presence.used(messi, caller);
      presence.watch(true);
      leave(caller);
      clock.advance(Presence.GRACE);
      assertThat(presence.onlineCount()).isZero();

      assertThat(presence.settle())
          .containsExactly(person(Standing.OFFLINE, start.plus(Presence.GRACE)));
    }

    @Test
    void itTellsHowLongUntilSomebodyFades() {
      assertThat(presence.untilNextFades()).isEmpty();
      presence.used(messi, caller);
      presence.used(henderson, text);
      assertThat(presence.untilNextFades()).isEmpty();

      leave(text);
      assertThat(presence.untilNextFades()).contains(WINDOW);
      leave(caller);
      clock.advance(Duration.ofSeconds(5));
      assertThat(presence.untilNextFades()).contains(Presence.GRACE.minusSeconds(5));
    }

    @Test
    void nothingIsNotedBeforeAndAfter() {
      presence.used(messi, caller);
      presence.watch(true);
      end(messi);
      presence.watch(false);
      presence.watch(true);

      assertThat(presence.settle()).isEmpty();
    }
  }

  @Nested
  class Stirred {

    @Test
    void isWhoeverMayStandOtherwise() {
      presence.used(messi, caller);
      presence.says(messi, LUNCH);
      leave(caller);
      end(messi);

      assertThat(stirred).containsExactly("messi", "messi", "messi", "messi");
    }

    @Test
    void isNobodyByFurtherUses() {
      presence.used(messi, caller);
      presence.used(henderson, text);
      stirred.clear();

      presence.used(messi, caller);
      presence.used(henderson, text);

      assertThat(stirred).isEmpty();
    }

    @Test
    void areBothWhoseSessionsAConnectionMovesBetween() {
      presence.used(messi, caller);
      stirred.clear();

      presence.used(henderson, caller);

      assertThat(stirred).containsExactlyInAnyOrder("messi", "henderson");
    }
  }

  private static Session session(String token, Account account) {
    var use = new StoredSession.Use(Instant.EPOCH, "fake", "");
    var stored = new StoredSession(TokenHash.of(token), account.user(), "", Instant.EPOCH, use);
    return new Session(stored, Sessions.profile(account));
  }

  private List<String> online() {
    return presence.online().stream().map(Profile::user).toList();
  }

  private Person person() {
    return presence.person(messi.profile());
  }

  private Person person(Standing standing, Instant since) {
    return standing.person(messi.profile(), since);
  }

  private void leave(Caller gone) {
    gone.leave();
    presence.left(gone);
  }

  private void end(Session session) {
    session.end();
    presence.ended(session);
  }
}
