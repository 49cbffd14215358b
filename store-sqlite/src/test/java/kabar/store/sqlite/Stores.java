package kabar.store.sqlite;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kabar.api.Settings;
import kabar.api.store.Account;
import kabar.api.store.Append;
import kabar.api.store.Message;
import kabar.api.store.NewMessage;
import kabar.api.store.Slice;
import kabar.api.store.Store;
import kabar.api.store.StoreException;
import kabar.api.store.StoredSession;
import kabar.api.store.TokenHash;

/// What the tests of this package do with a store.
final class Stores {
  static final Instant AT = Instant.parse("2026-02-03T04:05:06.789012345Z");

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private Stores() {}

  static SqliteStore open(Path folder, Map<String, String> settings) {
    var all = Settings.of("store.sqlite", settings);
    return (SqliteStore) new SqliteStoreProvider().open(folder, all);
  }

  static SqliteStore open(Path folder) {
    return open(folder, Map.of());
  }

  static <T> T answer(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /// What a future fails with.
  static StoreException failure(CompletionStage<?> stage) {
    try {
      var answer = answer(stage);
      throw new AssertionError("expected a failure, found " + answer);
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreException failure) {
        return failure;
      }
      throw e;
    }
  }

  static NewMessage message(String from, String to, String text) {
    return new NewMessage(from, to, text, "", AT);
  }

  static Message send(Store store, NewMessage message) {
    return ((Append.Stored) answer(store.append(message))).message();
  }

  /// Stores messages with the texts 1, 2, 3 and so on.
  static void send(Store store, String from, String to, int count) {
    var appends =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> store.append(message(from, to, "" + i)))
            .toList();
    appends.forEach(Stores::answer);
  }

  static Account account(String user) {
    return new Account(
        user, "The " + user, "Argentina", "hash of " + user, Account.State.ACTIVE, AT);
  }

  static StoredSession session(String token, String user) {
    return new StoredSession(TokenHash.of(token), user, "laptop of " + user, AT, use(AT));
  }

  static StoredSession.Use use(Instant at) {
    return new StoredSession.Use(at, "tcp", "127.0.0.1");
  }

  static Slice newest() {
    return new Slice.Newest(100_000);
  }
}
