package kabar.domain.memory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import kabar.api.Following;
import kabar.api.store.Account;
import kabar.api.store.Admission;
import kabar.api.store.Append;
import kabar.api.store.Change;
import kabar.api.store.Conversation;
import kabar.api.store.Cursor;
import kabar.api.store.Invite;
import kabar.api.store.Marker;
import kabar.api.store.Message;
import kabar.api.store.NewMessage;
import kabar.api.store.Page;
import kabar.api.store.Replay;
import kabar.api.store.Slice;
import kabar.api.store.Store;
import kabar.api.store.StoreException;
import kabar.api.store.StoredSession;
import kabar.api.store.TokenHash;

/// A store in memory. Every future is complete when it is returned, except that of an append or of
/// a marker made while another thread, or a dependent, completes an earlier one.
final class MemoryStore implements Store {
  private final Accounts accounts = new Accounts();
  private final Invites invites = new Invites();
  private final StoredSessions sessions = new StoredSessions();
  private final Journal journal = new Journal();

  private volatile boolean closed;

  @Override
  public Cursor cursor() {
    return journal.cursor();
  }

  @Override
  public Following follow(Consumer<Change> follower) {
    return journal.followers().add(follower);
  }

  @Override
  public CompletionStage<Boolean> addAccount(Account account) {
    return answer(() -> accounts.add(account));
  }

  @Override
  public CompletionStage<Admission> addAccount(Account account, TokenHash invite, Instant now) {
    return answer(() -> invites.use(invite, now, () -> accounts.add(account)));
  }

  @Override
  public CompletionStage<Optional<Account>> account(String user) {
    return answer(() -> accounts.find(user));
  }

  @Override
  public CompletionStage<Page<Account>> accounts(String after, int limit) {
    return answer(() -> accounts.page(after, limit));
  }

  @Override
  public CompletionStage<Boolean> replacePassword(
      String user, String expectedHash, String newHash) {
    return answer(() -> accounts.replacePassword(user, expectedHash, newHash));
  }

  @Override
  public CompletionStage<Boolean> setDisabled(String user, boolean isDisabled) {
    var state = isDisabled ? Account.State.DISABLED : Account.State.ACTIVE;
    return answer(() -> accounts.setState(user, state));
  }

  @Override
  public CompletionStage<Boolean> deleteAccount(String user) {
    return answer(
        () -> {
          var deleted = accounts.delete(user);
          if (deleted) {
            sessions.removeAllOf(user);
            journal.forgetMarkers(user);
          }
          return deleted;
        });
  }

  @Override
  public CompletionStage<Void> addInvite(Invite invite) {
    return run(() -> invites.add(invite));
  }

  @Override
  public CompletionStage<List<Invite>> invites() {
    return answer(invites::all);
  }

  @Override
  public CompletionStage<Boolean> removeInvite(TokenHash code) {
    return answer(() -> invites.remove(code));
  }

  @Override
  public CompletionStage<Void> addSession(StoredSession session) {
    return run(() -> sessions.add(session));
  }

  @Override
  public CompletionStage<Optional<StoredSession>> session(TokenHash token) {
    return answer(() -> sessions.find(token));
  }

  @Override
  public CompletionStage<List<StoredSession>> sessions(String user) {
    return answer(() -> sessions.of(user));
  }

  @Override
  public CompletionStage<Boolean> useSession(TokenHash token, StoredSession.Use use) {
    return answer(() -> sessions.use(token, use));
  }

  @Override
  public CompletionStage<Boolean> removeSession(TokenHash token) {
    return answer(() -> sessions.remove(token));
  }

  @Override
  public CompletionStage<List<TokenHash>> removeSessions(String user) {
    return answer(() -> sessions.removeAllOf(user));
  }

  @Override
  public CompletionStage<List<TokenHash>> expireSessions(Expiry expiry) {
    return answer(() -> sessions.expire(expiry));
  }

  @Override
  public CompletionStage<Append> append(NewMessage message) {
    return closed ? failure() : journal.append(message);
  }

  @Override
  public CompletionStage<Page<Message>> inbox(String user, Slice slice) {
    return answer(() -> journal.inbox(user, slice));
  }

  @Override
  public CompletionStage<Page<Message>> conversation(String user, String with, Slice slice) {
    return answer(() -> journal.conversation(user, with, slice));
  }

  @Override
  public CompletionStage<Page<Message>> log(long after, int limit) {
    return answer(() -> journal.log(after, limit));
  }

  @Override
  public CompletionStage<Page<Conversation>> conversations(String user, long before, int limit) {
    return answer(() -> journal.conversations(user, before, limit));
  }

  @Override
  public CompletionStage<Marker> mark(String user, String with, long upTo) {
    return closed ? failure() : journal.mark(user, with, upTo);
  }

  @Override
  public CompletionStage<Replay> replay(String user, Cursor after, int limit) {
    return answer(() -> journal.replay(user, after, limit));
  }

  @Override
  public CompletionStage<Integer> purge(Instant before, int limit) {
    return answer(() -> journal.purge(before, limit));
  }

  @Override
  public Map<String, LongSupplier> counters() {
    return Map.of(
        "accounts", accounts::size, "sessions", sessions::size, "messages", journal::size);
  }

  @Override
  public void close() {
    closed = true;
  }

  private CompletionStage<Void> run(Runnable write) {
    if (closed) {
      return failure();
    }
    write.run();
    return CompletableFuture.allOf();
  }

  private <T> CompletionStage<T> answer(Supplier<T> work) {
    return closed ? failure() : CompletableFuture.completedFuture(work.get());
  }

  private static <T> CompletionStage<T> failure() {
    return CompletableFuture.failedFuture(new StoreException("the store is closed"));
  }
}
