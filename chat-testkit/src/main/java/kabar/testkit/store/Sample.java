package kabar.testkit.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import kabar.api.store.Account;
import kabar.api.store.Invite;
import kabar.api.store.Message;
import kabar.api.store.NewMessage;
import kabar.api.store.StoredSession;
import kabar.api.store.TokenHash;

/// Values to store.
final class Sample {
  static final Instant AT = Instant.parse("2026-02-03T04:05:06.789012345Z");
  static final List<String> USERS = List.of("messi", "henderson", "lineker", "pele");

  private Sample() {}

  static Account account(String user) {
    return account(user, "The " + user, "Argentina", "hash of " + user);
  }

  static Account account(String user, String displayName, String country, String hash) {
    return new Account(user, displayName, country, hash, Account.State.ACTIVE, AT);
  }

  static StoredSession session(String token, String user) {
    var use = new StoredSession.Use(AT, "tcp", "[::1]:4242");
    return new StoredSession(TokenHash.of(token), user, "desk", AT, use);
  }

  /// One that is good at one address only.
  static StoredSession bound(String token, String user, String address) {
    var use = new StoredSession.Use(AT, "udp", address);
    return new StoredSession(TokenHash.of(token), user, "desk", address, AT, use);
  }

  /// One that is of use for a day.
  static Invite invite(String code) {
    return new Invite(TokenHash.of(code), "for " + code, AT, AT.plus(Duration.ofDays(1)));
  }

  static NewMessage message(String from, String to, String text) {
    return new NewMessage(from, to, text, "", AT);
  }

  static NewMessage keyed(String from, String to, String text, String key) {
    return new NewMessage(from, to, text, key, AT);
  }

  /// Messages with the texts 1, 2, 3 and so on.
  static List<NewMessage> messages(String from, String to, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> message(from, to, "" + i)).toList();
  }

  /// Messages among {@link #USERS}, some of them to their own sender.
  static List<NewMessage> messages(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> message(user(random), user(random), "message " + i))
        .toList();
  }

  static boolean isBetween(Message message, String user, String with) {
    return (message.from().equals(user) && message.to().equals(with))
        || (message.from().equals(with) && message.to().equals(user));
  }

  static String user(Random random) {
    return USERS.get(random.nextInt(USERS.size()));
  }
}
