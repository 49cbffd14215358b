package kabar.domain.memory;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kabar.api.store.Account;
import kabar.api.store.Append;
import kabar.api.store.Cursor;
import kabar.api.store.Message;
import kabar.api.store.NewMessage;
import kabar.api.store.Page;
import kabar.api.store.Replay;
import kabar.api.store.Slice;
import kabar.api.store.Store;
import kabar.api.store.StoreException;
import kabar.api.store.StoredSession;
import kabar.api.store.TokenHash;

/// A store in memory. Reads take no lock; appends take one for as long as filing a message lasts.
///
/// The id of a message is its position in the commit order, beginning with 1. Every future is
/// complete when it is returned, except that of an append made while another thread, or a
/// dependent, completes an earlier one.
final class MemoryStore implements Store {
  private static final String INCARNATION_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int INCARNATION_LENGTH = 12;

  private final String incarnation = newIncarnation();
  private final Map<String, Account> accounts = new ConcurrentHashMap<>();
  private final NavigableMap<String, Account> accountsByName = new ConcurrentSkipListMap<>();
  private final Map<TokenHash, StoredSession> sessions = new ConcurrentHashMap<>();
  private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();
  private final Completions<Append> completions = new Completions<>();

  /// Stands for whatever has no messages.
  private final Timeline nothing = new Timeline();

  /// Guards what commits a message: mailboxes, the position, and the order of completions.
  private final Object commitLock = new Object();

  /// The id of the last message. Written last: all messages up to it can be read.
  private volatile long position;

  private volatile boolean closed;

  @Override
  public Cursor cursor() {
    return new Cursor(incarnation, position);
  }

  @Override
  public CompletionStage<Boolean> addAccount(Account account) {
    return answer(
        () -> {
          var added = accounts.putIfAbsent(account.user(), account) == null;
          if (added) {
            accountsByName.put(account.user(), account);
          }
          return added;
        });
  }

  @Override
  public CompletionStage<Optional<Account>> account(String user) {
    return answer(() -> Optional.ofNullable(accounts.get(user)));
  }

  @Override
  public CompletionStage<Page<Account>> accounts(String after, int limit) {
    return answer(
        () -> {
          var page = new ArrayList<Account>();
          var rest = accountsByName.tailMap(after, false).values().iterator();
          while (page.size() < limit && rest.hasNext()) {
            page.add(rest.next());
          }
          return new Page<>(page, rest.hasNext());
        });
  }

  @Override
  public CompletionStage<Void> addSession(StoredSession session) {
    if (closed) {
      return failure();
    }
    sessions.put(session.token(), session);
    return CompletableFuture.allOf();
  }

  @Override
  public CompletionStage<Optional<StoredSession>> session(TokenHash token) {
    return answer(() -> Optional.ofNullable(sessions.get(token)));
  }

  @Override
  public CompletionStage<Boolean> removeSession(TokenHash token) {
    return answer(() -> sessions.remove(token) != null);
  }

  @Override
  public CompletionStage<Append> append(NewMessage message) {
    var outcome = new CompletableFuture<Append>();
    synchronized (commitLock) {
      if (closed) {
        return failure();
      }
      completions.add(outcome, commit(message));
    }
    completions.run();
    return outcome;
  }

  @Override
  public CompletionStage<Page<Message>> inbox(String user, Slice slice) {
    return answer(() -> mailbox(user).map(Mailbox::received).orElse(nothing).page(slice));
  }

  @Override
  public CompletionStage<Page<Message>> conversation(String user, String with, Slice slice) {
    return answer(
        () -> mailbox(user).flatMap(m -> m.conversation(with)).orElse(nothing).page(slice));
  }

  @Override
  public CompletionStage<Replay> replay(String user, Cursor after, int limit) {
    return answer(() -> replayUpTo(cursor(), user, after, limit));
  }

  @Override
  public Map<String, LongSupplier> counters() {
    return Map.of(
        "accounts", accounts::size, "sessions", sessions::size, "messages", () -> position);
  }

  @Override
  public void close() {
    synchronized (commitLock) {
      closed = true;
    }
    completions.run();
  }

  private Append commit(NewMessage message) {
    var sender = mailboxes.computeIfAbsent(message.from(), _ -> new Mailbox());
    var earlier = sender.sentUnder(message.key());
    if (earlier.isPresent()) {
      return repeat(earlier.get(), message);
    }
    var receiver = mailboxes.computeIfAbsent(message.to(), _ -> new Mailbox());
    var stored = stored(position + 1, message);
    sender.send(stored, receiver);
    position = stored.id();
    return new Append.Stored(stored);
  }

  private static Append repeat(Message earlier, NewMessage message) {
    var same = earlier.to().equals(message.to()) && earlier.text().equals(message.text());
    return same ? new Append.Repeated(earlier) : new Append.Conflict();
  }

  private static Message stored(long id, NewMessage message) {
    return new Message(
        id, message.from(), message.to(), message.text(), message.key(), message.at());
  }

  /// Reads nothing beyond the cursor it is given: a cursor from here is never ahead of the store.
  private Replay replayUpTo(Cursor now, String user, Cursor after, int limit) {
    if (!after.incarnation().equals(incarnation) || after.position() > now.position()) {
      return new Replay.Reset(now);
    }
    var all = mailbox(user).map(Mailbox::all).orElse(nothing);
    var page = all.between(after.position(), now.position(), limit);
    var next = page.more() ? new Cursor(incarnation, page.items().getLast().id()) : now;
    return new Replay.Continued(page, next);
  }

  private Optional<Mailbox> mailbox(String user) {
    return Optional.ofNullable(mailboxes.get(user));
  }

  private <T> CompletionStage<T> answer(Supplier<T> read) {
    return closed ? failure() : CompletableFuture.completedFuture(read.get());
  }

  private static <T> CompletionStage<T> failure() {
    return CompletableFuture.failedFuture(new StoreException("the store is closed"));
  }

  private static String newIncarnation() {
    return new SecureRandom()
        .ints(INCARNATION_LENGTH, 0, INCARNATION_CHARACTERS.length())
        .mapToObj(i -> INCARNATION_CHARACTERS.substring(i, i + 1))
        .collect(Collectors.joining());
  }
}
