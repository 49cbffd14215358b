package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import kabar.api.store.TokenHash;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final UUID TOKEN = UUID.fromString("c0ffee00-1234-4abc-8def-0123456789ab");

  private final SlowStore store = new SlowStore(DemoUsers.store());
  private final HeldClock clock = new HeldClock();
  private final Sessions sessions = new Sessions(store, clock, () -> TOKEN);

  @Test
  void keepsTheHashOfATokenInTheStoreAndNeverTheToken() {
    var opened = now(sessions.open(DemoUsers.MESSI));

    var stored = now(store.session(TokenHash.of(TOKEN.toString()))).orElseThrow();
    assertThat(opened.token()).isEqualTo(TOKEN.toString());
    assertThat(stored.user()).isEqualTo("messi");
    assertThat(stored.createdAt()).isEqualTo(clock.instant());
    assertThat(stored.toString()).doesNotContain(TOKEN.toString());
  }

  @Test
  void findsASessionItKnowsWithoutTheStore() {
    var opened = now(sessions.open(DemoUsers.MESSI));

    var found = now(sessions.find(TOKEN.toString()));

    assertThat(found).contains(opened.session());
    assertThat(store.sessionReads()).isZero();
  }

  @Test
  void asksTheStoreForASessionItDoesNotKnowAndKeepsIt() {
    now(sessions.open(DemoUsers.MESSI));
    var restarted = new Sessions(store, clock, UUID::randomUUID);

    var found = now(restarted.find(TOKEN.toString())).orElseThrow();
    var again = now(restarted.find(TOKEN.toString())).orElseThrow();

    assertThat(found.user()).isEqualTo("messi");
    assertThat(again).isSameAs(found);
    assertThat(store.sessionReads()).isEqualTo(1);
  }

  @Test
  void loadsOneObjectForTwoWhoAskAtOnce() {
    now(sessions.open(DemoUsers.MESSI));
    var restarted = new Sessions(store, clock, UUID::randomUUID);
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
    var opened = now(sessions.open(DemoUsers.MESSI));

    var wasThere = now(sessions.end(opened.token(), opened.session()));

    assertThat(wasThere).isTrue();
    assertThat(now(sessions.find(opened.token()))).isEmpty();
    assertThat(now(store.session(opened.session().token()))).isEmpty();
    assertThat(opened.session().hasEnded()).isTrue();
  }

  @Test
  void endsASessionOnce() {
    var opened = now(sessions.open(DemoUsers.MESSI));
    now(sessions.end(opened.token(), opened.session()));

    assertThat(now(sessions.end(opened.token(), opened.session()))).isFalse();
  }

  @Test
  void doesNotBringBackASessionThatEndsWhileItIsLoaded() {
    now(sessions.open(DemoUsers.MESSI));
    var restarted = new Sessions(store, clock, UUID::randomUUID);
    store.hold("session");
    var loading = restarted.find(TOKEN.toString());
    store.holdNothing();
    var session = now(restarted.find(TOKEN.toString())).orElseThrow();
    now(restarted.end(TOKEN.toString(), session));

    store.release();

    assertThat(now(loading)).isEmpty();
    assertThat(now(restarted.find(TOKEN.toString()))).isEmpty();
    assertThat(restarted.knownCount()).isZero();
  }

  @Test
  void loadsASessionEvenWhileAnotherEnds() {
    now(sessions.open(DemoUsers.MESSI));
    var restarted = new Sessions(store, clock, UUID::randomUUID);
    var another = now(restarted.open(DemoUsers.HENDERSON));
    store.hold("session");
    var loading = restarted.find(TOKEN.toString());
    store.holdNothing();
    now(restarted.end(another.token(), another.session()));

    store.release();

    assertThat(now(loading)).map(Session::user).isEqualTo(Optional.of("messi"));
  }

  private static <T> T now(CompletionStage<T> stage) {
    var future = stage.toCompletableFuture();
    assertThat(future).isDone();
    return future.join();
  }
}
