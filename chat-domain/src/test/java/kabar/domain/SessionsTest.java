package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import kabar.api.store.StoredSession;
import kabar.api.store.TokenHash;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final UUID TOKEN = UUID.fromString("c0ffee00-1234-4abc-8def-0123456789ab");

  private final SlowStore store = new SlowStore(DemoUsers.store());
  private final HeldClock clock = new HeldClock();
  private final Presence presence = new Presence(clock, Duration.ofMinutes(5), _ -> {});
  private final Caller caller = new Caller(FakeConnection.PEER);
  private final Lifespan lifespan = new Lifespan(store, clock, SessionRules.DEFAULT);
  private final Surroundings around =
      new Surroundings(store, new FakeHasher(), clock, new HeldClockwork(clock), new LimitHits());
  private final Sessions sessions = listening(() -> TOKEN);

  @Test
  void keepsTheHashOfATokenInTheStoreAndNeverTheToken() {
    var opened = open(sessions);

    var stored = now(store.session(TokenHash.of(TOKEN.toString()))).orElseThrow();
    assertThat(opened.token()).isEqualTo(TOKEN.toString());
    assertThat(stored.user()).isEqualTo("messi");
    assertThat(stored.createdAt()).isEqualTo(clock.instant());
    assertThat(stored.toString()).doesNotContain(TOKEN.toString());
  }

  @Test
  void findsASessionItKnowsWithoutTheStore() {
    var opened = open(sessions);
    int reads = store.sessionReads();

    var found = now(sessions.find(TOKEN.toString()));

    assertThat(found).contains(opened.session());
    assertThat(store.sessionReads()).isEqualTo(reads);
  }

  @Test
  void asksTheStoreForASessionItDoesNotKnowAndKeepsIt() {
    open(sessions);
    var restarted = restarted();
    int reads = store.sessionReads();

    var found = now(restarted.find(TOKEN.toString())).orElseThrow();
    var again = now(restarted.find(TOKEN.toString())).orElseThrow();

    assertThat(found.user()).isEqualTo("messi");
    assertThat(again).isSameAs(found);
    assertThat(store.sessionReads()).isEqualTo(reads + 1);
  }

  @Test
  void loadsOneObjectForTwoWhoAskAtOnce() {
    open(sessions);
    var restarted = restarted();
    store.hold("session");
    var first = restarted.find(TOKEN.toString());
    var second = restarted.find(TOKEN.toString());

    store.release();
    store.release();

    assertThat(now(second).orElseThrow()).isSameAs(now(first).orElseThrow());
  }

  @Test
  void findsNothingForATokenThatNobodyHas() {
    assertThat(now(sessions.find("nope"))).isEmpty();
    assertThat(sessions.knownCount()).isZero();
  }

  @Test
  void endsASessionHereAndInTheStore() {
    var opened = open(sessions);

    var wasThere = now(sessions.end(opened.session().token()));

    assertThat(wasThere).isTrue();
    assertThat(now(sessions.find(opened.token()))).isEmpty();
    assertThat(now(store.session(opened.session().token()))).isEmpty();
    assertThat(opened.session().hasEnded()).isTrue();
  }

  @Test
  void endsASessionOnce() {
    var opened = open(sessions);
    now(sessions.end(opened.session().token()));

    assertThat(now(sessions.end(opened.session().token()))).isFalse();
  }

  @Test
  void doesNotBringBackASessionThatEndsWhileItIsLoaded() {
    open(sessions);
    var restarted = restarted();
    store.hold("session");
    var loading = restarted.find(TOKEN.toString());
    store.holdNothing();
    var session = now(restarted.find(TOKEN.toString())).orElseThrow();
    now(restarted.end(session.token()));

    store.release();

    assertThat(now(loading)).isEmpty();
    assertThat(now(restarted.find(TOKEN.toString()))).isEmpty();
    assertThat(restarted.knownCount()).isZero();
  }

  @Test
  void loadsASessionEvenWhileAnotherEnds() {
    open(sessions);
    var restarted = restarted();
    var another = now(restarted.open(DemoUsers.HENDERSON, "", FakeConnection.PEER)).orElseThrow();
    store.hold("session");
    var loading = restarted.find(TOKEN.toString());
    store.holdNothing();
    now(restarted.end(another.session().token()));

    store.release();

    assertThat(now(loading)).map(Session::user).isEqualTo(Optional.of("messi"));
  }

  @Test
  void keepsWhereASessionWasUsedFirst() {
    var opened = open(sessions);

    var use = now(store.session(opened.session().token())).orElseThrow().lastUse();
    assertThat(use)
        .isEqualTo(new StoredSession.Use(clock.instant(), "fake", "localhost/<unresolved>:1"));
  }

  @Test
  void doesNotOpenASessionForAPasswordThatWasChangedMeanwhile() {
    now(store.replacePassword("messi", DemoUsers.MESSI.passwordHash(), "another"));

    assertThat(now(sessions.open(DemoUsers.MESSI, "", FakeConnection.PEER))).isEmpty();
    assertThat(now(store.sessions("messi"))).isEmpty();
  }

  @Test
  void doesNotOpenASessionForAnAccountThatWasDisabledMeanwhile() {
    now(store.setDisabled("messi", true));

    assertThat(now(sessions.open(DemoUsers.MESSI, "", FakeConnection.PEER))).isEmpty();
    assertThat(now(store.sessions("messi"))).isEmpty();
  }

  @Test
  void endsASessionThatWasIdleTooLong() {
    var opened = open(sessions);

    clock.advance(Duration.ofDays(30).minusMillis(1));
    assertThat(sessions.known(opened.token())).isPresent();

    clock.advance(Duration.ofMillis(1));
    assertThat(now(sessions.find(opened.token()))).isEmpty();
    assertThat(now(restarted().find(opened.token()))).isEmpty();
  }

  @Test
  void endsASessionAYearAfterItsLoginHoweverOftenItIsUsed() {
    var opened = open(sessions);
    for (int day = 0; day < 364; day++) {
      clock.advance(Duration.ofDays(1));
      sessions.used(opened.session(), caller);
    }
    assertThat(sessions.known(opened.token())).isPresent();

    clock.advance(Duration.ofDays(1));

    assertThat(now(sessions.find(opened.token()))).isEmpty();
  }

  @Test
  void writesTheLastUseDownEveryTenMinutesAtMost() {
    var opened = open(sessions);
    clock.advance(Duration.ofMinutes(10).minusMillis(1));
    sessions.used(opened.session(), caller);
    now(lifespan.write(10));
    assertThat(lastUse(opened)).isEqualTo(opened.session().createdMillis());

    clock.advance(Duration.ofMillis(1));
    sessions.used(opened.session(), caller);
    long used = clock.millis();
    clock.advance(Duration.ofMinutes(1));
    sessions.used(opened.session(), caller);
    now(lifespan.write(10));

    assertThat(lastUse(opened)).isEqualTo(used);
  }

  @Test
  void removesWhatIsOverFromTheStoreAndFromHere() {
    var opened = open(sessions);
    sessions.used(opened.session(), caller);
    clock.advance(Duration.ofDays(30).plusMillis(1));

    assertThat(now(sessions.expire(10))).isFalse();

    assertThat(now(store.session(opened.session().token()))).isEmpty();
    assertThat(opened.session().hasEnded()).isTrue();
    assertThat(presence.onlineCount()).isZero();
  }

  @Test
  void endsAllSessionsOfAUserAndNobodyElses() {
    var ours = restarted();
    var messi = open(ours);
    var again = open(ours);
    var henderson = now(ours.open(DemoUsers.HENDERSON, "", FakeConnection.PEER)).orElseThrow();

    assertThat(now(ours.endAll("messi"))).isEqualTo(2);

    assertThat(ours.known(messi.token())).isEmpty();
    assertThat(ours.known(again.token())).isEmpty();
    assertThat(ours.known(henderson.token())).isPresent();
  }

  @Test
  void doesNotKeepASessionThatWasEndedWhileItWasOpened() {
    store.hold("session");
    var opening = sessions.open(DemoUsers.MESSI, "", FakeConnection.PEER);
    store.holdNothing();
    now(sessions.endAll("messi"));

    store.release();

    assertThat(now(opening)).isEmpty();
    assertThat(sessions.knownCount()).isZero();
  }

  private Sessions restarted() {
    return listening(UUID::randomUUID);
  }

  private Sessions listening(Supplier<UUID> tokens) {
    var listening = new Sessions(around, lifespan, tokens, presence);
    listening.listen();
    return listening;
  }

  private static Sessions.Opened open(Sessions sessions) {
    return now(sessions.open(DemoUsers.MESSI, "", FakeConnection.PEER)).orElseThrow();
  }

  private long lastUse(Sessions.Opened opened) {
    var stored = now(store.session(opened.session().token())).orElseThrow();
    return stored.lastUse().at().toEpochMilli();
  }

  private static <T> T now(CompletionStage<T> stage) {
    var future = stage.toCompletableFuture();
    assertThat(future).isDone();
    return future.join();
  }
}
