package kabar.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import kabar.api.store.Store.Expiry;
import kabar.api.store.StoredSession;
import kabar.api.store.TokenHash;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is promised of sessions.
abstract class SessionPromises {
  private final StoreContract contract;

  SessionPromises(StoreContract contract) {
    this.contract = contract;
  }

  @Test
  @DisplayName("A session is kept until it is removed.")
  void keepsASession() {
    var store = contract.store();
    var tokens = IntStream.range(0, 50).mapToObj(i -> "token " + i).toList();

    tokens.forEach(it -> Outcome.of(store.addSession(Sample.session(it, "user of " + it))));

    for (var token : tokens) {
      var session = Sample.session(token, "user of " + token);
      assertThat(Outcome.of(store.session(session.token()))).contains(session);
      assertThat(Outcome.of(store.removeSession(session.token()))).isTrue();
      assertThat(Outcome.of(store.session(session.token()))).isEmpty();
    }
  }

  @Test
  @DisplayName("A session stays bound to the address that it was added with, however it is used.")
  void keepsWhatASessionIsBoundTo() {
    var store = contract.store();
    var desk = added(Sample.bound("desk", "messi", "192.0.2.7"));
    var phone = added(Sample.bound("phone", "messi", "2001:db8:0:0:0:0:0:7"));
    var car = added(Sample.session("car", "messi"));
    var use = new StoredSession.Use(Sample.AT.plusSeconds(60), "tcp", "198.51.100.9");

    assertThat(sessions("messi")).containsExactly(desk, phone, car);
    Outcome.of(store.useSession(desk.token(), use));
    Outcome.of(store.useSession(car.token(), use));

    assertThat(Outcome.of(store.session(desk.token()))).contains(desk.used(use));
    assertThat(sessions("messi")).containsExactly(desk.used(use), phone, car.used(use));
    assertThat(sessions("messi"))
        .extracting(StoredSession::boundTo)
        .containsExactly("192.0.2.7", "2001:db8:0:0:0:0:0:7", "");
  }

  @Test
  @DisplayName("Removing a session ends that one and no other.")
  void removesOneSession() {
    var store = contract.store();
    Outcome.of(store.addSession(Sample.session("desk", "messi")));
    Outcome.of(store.addSession(Sample.session("phone", "messi")));
    Outcome.of(store.addSession(Sample.session("desk of pele", "pele")));

    assertThat(Outcome.of(store.removeSession(TokenHash.of("desk")))).isTrue();

    assertThat(Outcome.of(store.session(TokenHash.of("desk")))).isEmpty();
    assertThat(Outcome.of(store.session(TokenHash.of("phone")))).isPresent();
    assertThat(Outcome.of(store.session(TokenHash.of("desk of pele")))).isPresent();
    assertThat(Outcome.of(store.removeSession(TokenHash.of("desk")))).isFalse();
    assertThat(Outcome.of(store.removeSession(TokenHash.of("never there")))).isFalse();
  }

  @Test
  @DisplayName("The sessions of a user are listed, and no other's.")
  void listsTheSessionsOfAUser() {
    var desk = added(Sample.session("desk", "messi"));
    added(Sample.session("desk of pele", "pele"));
    var phone = added(Sample.session("phone", "messi"));
    var car = added(Sample.session("a car", "messi"));

    assertThat(sessions("messi")).containsExactly(desk, phone, car);
    Outcome.of(contract.store().removeSession(phone.token()));
    assertThat(sessions("messi")).containsExactly(desk, car);
    assertThat(sessions("lineker")).isEmpty();
    assertThat(sessions("mess")).isEmpty();
  }

  @Test
  @DisplayName("The last use of a session is the one written down last.")
  void writesDownTheLastUse() {
    var store = contract.store();
    var desk = added(Sample.session("desk", "messi"));
    var phone = added(Sample.session("phone", "messi"));
    var later = new StoredSession.Use(Sample.AT.plusSeconds(60), "udp", "192.0.2.7:1");
    var last = new StoredSession.Use(Sample.AT.plusSeconds(30), "tcp", "");

    assertThat(Outcome.of(store.useSession(desk.token(), later))).isTrue();
    assertThat(Outcome.of(store.useSession(desk.token(), last))).isTrue();

    var used = new StoredSession(desk.token(), "messi", desk.device(), desk.createdAt(), last);
    assertThat(Outcome.of(store.session(desk.token()))).contains(used);
    assertThat(sessions("messi")).containsExactly(used, phone);
    assertThat(Outcome.of(store.useSession(TokenHash.of("never there"), last))).isFalse();
    assertThat(Outcome.of(store.session(TokenHash.of("never there")))).isEmpty();
  }

  @Test
  @DisplayName("Removing the sessions of a user ends all of them and no other's.")
  void removesAllSessionsOfAUser() {
    var desk = added(Sample.session("desk", "messi"));
    var phone = added(Sample.session("phone", "messi"));
    var other = added(Sample.session("desk of pele", "pele"));

    assertThat(Outcome.of(contract.store().removeSessions("messi")))
        .containsExactlyInAnyOrder(desk.token(), phone.token());

    assertThat(sessions("messi")).isEmpty();
    assertThat(Outcome.of(contract.store().session(desk.token()))).isEmpty();
    assertThat(sessions("pele")).containsExactly(other);
    assertThat(Outcome.of(contract.store().removeSessions("messi"))).isEmpty();
  }

  @Test
  @DisplayName(
      "Sessions expire that were last used, or begun, before the moments given, and no others.")
  void expiresOldSessions() {
    Seed.run(
        random -> {
          var sessions = IntStream.range(0, 200).mapToObj(i -> session(random, i)).toList();
          sessions.forEach(this::added);
          var usedBefore = minute(random);
          var createdBefore = minute(random);
          var old =
              sessions.stream()
                  .filter(
                      it ->
                          it.lastUse().at().isBefore(usedBefore)
                              || it.createdAt().isBefore(createdBefore))
                  .map(StoredSession::token)
                  .toList();

          var limit = 1 + random.nextInt(50);
          var ended = expireAll(new Expiry(usedBefore, createdBefore, limit));

          assertThat(ended).containsExactlyInAnyOrderElementsOf(old);
          assertThat(sessions)
              .allSatisfy(
                  it ->
                      assertThat(Outcome.of(contract.store().session(it.token())).isEmpty())
                          .isEqualTo(old.contains(it.token())));
        });
  }

  private List<TokenHash> expireAll(Expiry expiry) {
    var all = new ArrayList<TokenHash>();
    List<TokenHash> ended;
    do {
      ended = Outcome.of(contract.store().expireSessions(expiry));
      assertThat(ended).hasSizeLessThanOrEqualTo(expiry.limit());
      all.addAll(ended);
    } while (ended.size() == expiry.limit());
    return all;
  }

  /// One that was used after it was begun, both within the same hour.
  private static StoredSession session(Random random, int number) {
    var created = minute(random);
    var use = new StoredSession.Use(created.plusSeconds(60L * random.nextInt(30)), "tcp", "");
    return new StoredSession(
        TokenHash.of("token " + number), Sample.user(random), "", created, use);
  }

  private static Instant minute(Random random) {
    return Sample.AT.plus(Duration.ofMinutes(random.nextInt(30)));
  }

  private StoredSession added(StoredSession session) {
    Outcome.of(contract.store().addSession(session));
    return session;
  }

  private List<StoredSession> sessions(String user) {
    return Outcome.of(contract.store().sessions(user));
  }
}
