package kabar.domain;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
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
import kabar.api.store.StoredSession;
import kabar.api.store.TokenHash;

/// Does at once what it is asked for, and tells later, where the test wants that.
final class SlowStore implements Store {
  private final Store store;
  private final Set<String> held = new HashSet<>();
  private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
  private final List<Integer> purges = new ArrayList<>();
  private int sessionReads;
  private int replays;
  private int lastLimit;

  SlowStore(Store store) {
    this.store = store;
  }

  /// From now on these calls are answered late: `account`, `session`, `removeSession`, `append`,
  /// `replay`.
  void hold(String... calls) {
    held.addAll(Set.of(calls));
  }

  /// Answers nothing late any more; what waits goes on waiting.
  void holdNothing() {
    held.clear();
  }

  /// Answers the oldest call that waits.
  void release() {
    var first = waiting.poll();
    if (first == null) {
      throw new AssertionError("nothing waits for the store");
    }
    first.complete(null);
  }

  /// How many calls wait.
  int waiting() {
    return waiting.size();
  }

  /// How often it was asked for a session.
  int sessionReads() {
    return sessionReads;
  }

  /// How often it was asked what came after a cursor.
  int replays() {
    return replays;
  }

  /// How many changes it was asked for last.
  int lastLimit() {
    return lastLimit;
  }

  /// How many messages each purge removed.
  List<Integer> purges() {
    return List.copyOf(purges);
  }

  @Override
  public Cursor cursor() {
    return store.cursor();
  }

  @Override
  public Following follow(Consumer<Change> follower) {
    return store.follow(follower);
  }

  @Override
  public CompletionStage<Boolean> addAccount(Account account) {
    return store.addAccount(account);
  }

  @Override
  public CompletionStage<Admission> addAccount(Account account, TokenHash invite, Instant now) {
    return store.addAccount(account, invite, now);
  }

  @Override
  public CompletionStage<Optional<Account>> account(String user) {
    return late("account", store.account(user));
  }

  @Override
  public CompletionStage<Page<Account>> accounts(String after, int limit) {
    return store.accounts(after, limit);
  }

  @Override
  public CompletionStage<Boolean> replacePassword(
      String user, String expectedHash, String newHash) {
    return store.replacePassword(user, expectedHash, newHash);
  }

  @Override
  public CompletionStage<Boolean> setDisabled(String user, boolean isDisabled) {
    return store.setDisabled(user, isDisabled);
  }

  @Override
  public CompletionStage<Boolean> deleteAccount(String user) {
    return store.deleteAccount(user);
  }

  @Override
  public CompletionStage<Void> addInvite(Invite invite) {
    return store.addInvite(invite);
  }

  @Override
  public CompletionStage<List<Invite>> invites() {
    return store.invites();
  }

  @Override
  public CompletionStage<Boolean> removeInvite(TokenHash code) {
    return store.removeInvite(code);
  }

  @Override
  public CompletionStage<Void> addSession(StoredSession session) {
    return store.addSession(session);
  }

  @Override
  public CompletionStage<Optional<StoredSession>> session(TokenHash token) {
    sessionReads++;
    return late("session", store.session(token));
  }

  @Override
  public CompletionStage<List<StoredSession>> sessions(String user) {
    return store.sessions(user);
  }

  @Override
  public CompletionStage<Boolean> useSession(TokenHash token, StoredSession.Use use) {
    return store.useSession(token, use);
  }

  @Override
  public CompletionStage<Boolean> removeSession(TokenHash token) {
    return late("removeSession", store.removeSession(token));
  }

  @Override
  public CompletionStage<List<TokenHash>> removeSessions(String user) {
    return store.removeSessions(user);
  }

  @Override
  public CompletionStage<List<TokenHash>> expireSessions(Expiry expiry) {
    return store.expireSessions(expiry);
  }

  @Override
  public CompletionStage<Append> append(NewMessage message) {
    return late("append", store.append(message));
  }

  @Override
  public CompletionStage<Page<Message>> inbox(String user, Slice slice) {
    return store.inbox(user, slice);
  }

  @Override
  public CompletionStage<Page<Message>> conversation(String user, String with, Slice slice) {
    return store.conversation(user, with, slice);
  }

  @Override
  public CompletionStage<Page<Message>> log(long after, int limit) {
    return store.log(after, limit);
  }

  @Override
  public CompletionStage<Page<Conversation>> conversations(String user, long before, int limit) {
    return store.conversations(user, before, limit);
  }

  @Override
  public CompletionStage<Marker> mark(String user, String with, long upTo) {
    return store.mark(user, with, upTo);
  }

  @Override
  public CompletionStage<Replay> replay(String user, Cursor after, int limit) {
    replays++;
    lastLimit = limit;
    return late("replay", store.replay(user, after, limit));
  }

  @Override
  public CompletionStage<Integer> purge(Instant before, int limit) {
    return store
        .purge(before, limit)
        .thenApply(
            removed -> {
              purges.add(removed);
              return removed;
            });
  }

  @Override
  public Map<String, LongSupplier> counters() {
    return store.counters();
  }

  @Override
  public void close() {
    store.close();
  }

  private <T> CompletionStage<T> late(String call, CompletionStage<T> answer) {
    if (!held.contains(call)) {
      return answer;
    }
    var gate = new CompletableFuture<Void>();
    waiting.add(gate);
    return gate.thenCompose(_ -> answer);
  }
}
