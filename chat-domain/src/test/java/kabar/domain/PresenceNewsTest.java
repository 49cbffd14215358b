package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kabar.api.store.StoredSession;
import kabar.api.store.TokenHash;
import kabar.protocol.Availability;
import kabar.protocol.Event;
import kabar.protocol.Profile;
import org.junit.jupiter.api.Test;

/// What subscribed connections are told of who is there.
class PresenceNewsTest {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Event MANY = new Event.Presences(List.of(), false);

  private final HeldClock clock = new HeldClock();
  private final HeldClockwork clockwork = new HeldClockwork(clock);
  private final Audience audience = new Audience();
  private final List<String> stirred = new ArrayList<>();
  private final Presence presence = new Presence(clock, WINDOW, stirred::add);
  private final PresenceNews news = new PresenceNews(presence, audience, clockwork);
  private final Newsroom newsroom = new Newsroom(DemoUsers.store(), audience, new LiveCounters());
  private final Caller caller = FakeOutlet.caller(new FakeOutlet());

  PresenceNewsTest() {
    audience.whenChanged(news::audienceChanged);
  }

  @Test
  void whoComesIsToldOfWithinASecondToEverybodyInTheSameBytes() {
    var first = subscriber();
    var second = subscriber();
    use(session("messi"), caller);
    assertThat(first.told()).isEmpty();

    clockwork.advance(PresenceNews.INTERVAL);

    assertThat(first.told()).containsExactly(new Event.Presences(presence.people(), true));
    assertThat(second.notices()).isEqualTo(first.notices());
  }

  @Test
  void whatHappensWithinASecondIsToldAtOnce() {
    var subscriber = subscriber();
    for (int i = 0; i < 64; i++) {
      use(session("user" + i), FakeOutlet.caller(new FakeOutlet()));
      clockwork.advance(MOMENT);
    }

    clockwork.advance(PresenceNews.INTERVAL);

    assertThat(subscriber.told())
        .singleElement()
        .isInstanceOfSatisfying(Event.Presences.class, it -> assertThat(it.people()).hasSize(64));
  }

  @Test
  void flappingIsToldAtMostOnceAndNotAtAllIfNothingChangedInTheEnd() {
    var subscriber = subscriber();
    for (int i = 0; i < 9; i++) {
      var session = session("messi");
      use(session, caller);
      end(session);
      clockwork.advance(Duration.ofMillis(100));
    }
    clockwork.advance(PresenceNews.INTERVAL);
    assertThat(subscriber.told()).isEmpty();

    var away = session("messi");
    use(away, caller);
    for (int i = 0; i < 9; i++) {
      says(away, new Standing(Availability.AWAY, "for " + i));
    }
    clockwork.advance(PresenceNews.INTERVAL);

    assertThat(subscriber.told()).hasSize(1);
  }

  @Test
  void aThousandWhoComeAtOnceCostEachConnectionOneShortNotice() {
    var subscribers = IntStream.range(0, 1_000).mapToObj(_ -> subscriber()).toList();
    for (int i = 0; i < 1_000; i++) {
      use(session("user" + i), FakeOutlet.caller(new FakeOutlet()));
    }

    clockwork.advance(Duration.ofMinutes(1));

    assertThat(newsroom.counters().told()).isEqualTo(1_000);
    assertThat(subscribers).allSatisfy(it -> assertThat(it.told()).containsExactly(MANY));
  }

  @Test
  void theEndOfTheGraceIsToldInTime() {
    use(session("messi"), caller);
    var subscriber = subscriber();
    clockwork.advance(Duration.ofMinutes(1));
    leave(caller);

    clockwork.advance(Presence.GRACE.minus(MOMENT));
    assertThat(subscriber.told()).isEmpty();
    clockwork.advance(MOMENT);

    assertThat(subscriber.told())
        .containsExactly(
            new Event.Presences(
                List.of(Standing.OFFLINE.person(profile("messi"), clock.instant())), true));
  }

  @Test
  void theEndOfTheGraceIsToldToWhoeverSubscribedMeanwhile() {
    use(session("messi"), caller);
    leave(caller);
    var subscriber = subscriber();

    clockwork.advance(Presence.GRACE.plus(PresenceNews.INTERVAL));

    assertThat(subscriber.told()).hasSize(1);
  }

  @Test
  void noTimerIsKeptWhileNobodyIsSubscribedOrNothingChanges() {
    use(session("messi"), caller);
    assertThat(clockwork.waiting()).isZero();
    var outlet = new FakeOutlet();
    var subscription = new Subscription("messi", outlet, newsroom);
    audience.add(subscription);
    assertThat(clockwork.waiting()).isZero();

    var session = session("pele");
    use(session, FakeOutlet.caller(new FakeOutlet()));
    assertThat(clockwork.waiting()).isEqualTo(1);
    clockwork.advance(PresenceNews.INTERVAL);
    assertThat(clockwork.waiting()).isZero();

    end(session);
    subscription.end();
    assertThat(clockwork.waiting()).isZero();
  }

  @Test
  void aConnectionWithoutRoomIsToldToLookAgainOnceThereIsRoom() {
    var outlet = new FakeOutlet();
    var subscription = started(outlet);
    outlet.roomFor(0);
    use(session("messi"), caller);
    clockwork.advance(PresenceNews.INTERVAL);
    assertThat(outlet.told()).isEmpty();

    outlet.roomFor(10);
    subscription.room();
    subscription.room();

    assertThat(outlet.told()).containsExactly(MANY);
    assertThat(newsroom.counters().dropped()).isEqualTo(1);
  }

  private FakeOutlet subscriber() {
    var outlet = new FakeOutlet();
    started(outlet);
    return outlet;
  }

  private Subscription started(FakeOutlet outlet) {
    var subscription = new Subscription("lineker", outlet, newsroom);
    audience.add(subscription);
    subscription.start(0, 0);
    return subscription;
  }

  private void use(Session session, Caller by) {
    presence.used(session, by);
    hear();
  }

  private void says(Session session, Standing said) {
    presence.says(session, said);
    hear();
  }

  private void end(Session session) {
    session.end();
    presence.ended(session);
    hear();
  }

  private void leave(Caller gone) {
    gone.leave();
    presence.left(gone);
    hear();
  }

  private void hear() {
    stirred.forEach(_ -> news.stirred());
    stirred.clear();
  }

  private int sessions;

  private Session session(String user) {
    var use = new StoredSession.Use(Instant.EPOCH, "fake", "");
    var token = TokenHash.of("token " + sessions++);
    return new Session(new StoredSession(token, user, "", Instant.EPOCH, use), profile(user));
  }

  private static Profile profile(String user) {
    return new Profile(user, "The " + user, "");
  }
}
