package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kabar.api.store.Account;
import kabar.api.store.StoredSession;
import kabar.api.store.TokenHash;
import kabar.protocol.Profile;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PresenceTest {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final HeldClock clock = new HeldClock();
  private final Presence presence = new Presence(clock, WINDOW, _ -> {});
  private final Session messi = session("1", DemoUsers.MESSI);
  private final Session henderson = session("2", DemoUsers.HENDERSON);
  private final Session lineker = session("3", DemoUsers.LINEKER);
  private final Caller caller = new Caller(FakeConnection.PEER);
  private final Caller another = new Caller(FakeConnection.PEER);

  @Test
  void nobodyIsOnlineAtFirst() {
    assertThat(online()).isEmpty();
  }

  @Nested
  class AUser {

    @Test
    void isOnlineAsLongAsTheConnectionOfTheLastUseIsOpen() {
      presence.used(messi, caller);

      clock.advance(Duration.ofDays(30));

      assertThat(online()).containsExactly("messi");
    }

    @Test
    void staysOnlineForFiveMinutesAfterTheLastUse() {
      presence.used(messi, caller);
      clock.advance(Duration.ofMinutes(2));
      presence.used(messi, caller);
      leave(caller);

      clock.advance(WINDOW.minus(MOMENT));
      assertThat(online()).containsExactly("messi");

      clock.advance(MOMENT);
      assertThat(online()).isEmpty();
    }

    @Test
    void staysOnlineAfterEachUseOnAConnectionThatDoesNotStay() {
      var stirs = new ArrayList<String>();
      var watched = new Presence(clock, WINDOW, stirs::add);
      another.leave();
      watched.used(messi, another);
      clock.advance(Duration.ofMinutes(4));
      watched.used(messi, another);

      clock.advance(WINDOW.minus(MOMENT));
      assertThat(watched.onlineCount()).isEqualTo(1);
      assertThat(stirs).containsExactly("messi");

      clock.advance(MOMENT);
      assertThat(watched.onlineCount()).isZero();
      watched.used(messi, another);
      assertThat(watched.onlineCount()).isEqualTo(1);
      assertThat(stirs).containsExactly("messi", "messi");
    }

    @Test
    void isOnlineForAWhileOnlyWhereTheLastUseWasOnAConnectionThatDoesNotStay() {
      presence.used(messi, caller);
      another.leave();
      presence.used(messi, another);

      clock.advance(WINDOW);

      assertThat(online()).isEmpty();
    }

    @Test
    void goesOfflineWithTheConnectionIfTheLastUseIsLongAgo() {
      presence.used(messi, caller);
      clock.advance(WINDOW);

      leave(caller);

      assertThat(online()).isEmpty();
    }

    @Test
    void isHeldByTheConnectionOfTheLastUseOnly() {
      presence.used(messi, caller);
      presence.used(messi, another);
      clock.advance(WINDOW);

      leave(caller);
      assertThat(online()).containsExactly("messi");

      leave(another);
      assertThat(online()).isEmpty();
    }

    @Test
    void isNotHeldByAnEarlierConnection() {
      presence.used(messi, caller);
      presence.used(messi, another);
      clock.advance(WINDOW);

      leave(another);

      assertThat(online()).isEmpty();
    }

    @Test
    void isOfflineAtOnceAfterTheLogout() {
      presence.used(messi, caller);

      end(messi);

      assertThat(online()).isEmpty();
    }

    @Test
    void comesBackWithANewLogin() {
      presence.used(messi, caller);
      end(messi);

      presence.used(session("4", DemoUsers.MESSI), caller);

      assertThat(online()).containsExactly("messi");
    }
  }

  @Nested
  class TwoSessionsOfOneUser {
    private final Session second = session("4", DemoUsers.MESSI);

    @Test
    void areOneUser() {
      presence.used(messi, caller);
      presence.used(second, another);

      assertThat(online()).containsExactly("messi");
    }

    @Test
    void stayOnlineUntilBothHaveEnded() {
      presence.used(messi, caller);
      presence.used(second, caller);

      end(messi);
      assertThat(online()).containsExactly("messi");

      end(second);
      assertThat(online()).isEmpty();
    }

    @Test
    void areHeldByOneConnectionTogether() {
      presence.used(messi, caller);
      presence.used(second, caller);
      clock.advance(WINDOW);
      assertThat(online()).containsExactly("messi");

      leave(caller);
      assertThat(online()).isEmpty();
    }

    @Test
    void stayOnlineWhereOneIsUsed() {
      presence.used(messi, caller);
      leave(caller);
      presence.used(second, another);

      clock.advance(WINDOW);

      assertThat(online()).containsExactly("messi");
    }
  }

  @Nested
  class TheOrder {

    @Test
    void isThatOfBecomingOnline() {
      presence.used(lineker, caller);
      presence.used(messi, caller);
      presence.used(henderson, another);
      presence.used(messi, another);
      presence.used(lineker, another);

      assertThat(online()).containsExactly("lineker", "messi", "henderson");
    }

    @Test
    void putsAUserWhoWasOfflineLast() {
      presence.used(messi, caller);
      presence.used(henderson, another);
      end(messi);

      presence.used(session("4", DemoUsers.MESSI), caller);

      assertThat(online()).containsExactly("henderson", "messi");
    }

    @Test
    void putsAUserWhoWasAwayTooLongLastEvenIfNobodyLookedMeanwhile() {
      presence.used(messi, caller);
      leave(caller);
      presence.used(henderson, another);
      clock.advance(WINDOW);

      presence.used(messi, another);

      assertThat(online()).containsExactly("henderson", "messi");
    }

    @Test
    void keepsTheOldPlaceOfAUserWhoCameBackInTime() {
      presence.used(messi, caller);
      presence.used(henderson, another);
      leave(caller);
      clock.advance(WINDOW.minus(MOMENT));

      presence.used(messi, new Caller(FakeConnection.PEER));

      assertThat(online()).containsExactly("messi", "henderson");
    }
  }

  @Nested
  class TooLate {

    @Test
    void aConnectionThatIsGoneHoldsNobodyBeyondTheWindow() {
      leave(caller);
      presence.used(messi, caller);
      assertThat(online()).containsExactly("messi");

      clock.advance(WINDOW);
      assertThat(online()).isEmpty();
    }

    @Test
    void aSessionThatHasEndedBringsNobodyOnline() {
      end(messi);

      presence.used(messi, caller);

      assertThat(online()).isEmpty();
    }

    @Test
    void endingASessionTwiceIsHarmless() {
      presence.used(messi, caller);
      presence.used(henderson, caller);

      end(messi);
      end(messi);

      assertThat(online()).containsExactly("henderson");
    }

    @Test
    void aConnectionThatNobodyUsedMayLeave() {
      presence.used(messi, caller);

      leave(another);

      assertThat(online()).containsExactly("messi");
    }
  }

  private static Session session(String token, Account account) {
    var use = new StoredSession.Use(Instant.EPOCH, "fake", "");
    var stored = new StoredSession(TokenHash.of(token), account.user(), "", Instant.EPOCH, use);
    return new Session(stored, Sessions.profile(account));
  }

  private List<String> online() {
    var online = presence.online().stream().map(Profile::user).toList();
    assertThat(presence.onlineCount()).isEqualTo(online.size());
    return online;
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
