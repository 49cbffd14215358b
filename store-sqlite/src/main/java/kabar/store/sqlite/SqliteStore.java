package kabar.store.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import kabar.api.Followers;
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
import kabar.api.store.StoreMaintenance;
import kabar.api.store.StoredSession;
import kabar.api.store.TokenHash;

/// A store in a SQLite database. Writes go to the {@link Writer}, reads to the {@link Readers}.
final class SqliteStore implements Store {
  private static final System.Logger LOG = System.getLogger(SqliteStore.class.getName());

  /// About what a write without a text holds on to.
  private static final int SMALL = 256;

  private final Followers<Change> followers = new Followers<>();
  private final Ledger ledger;
  private final Damage damage;
  private final Writer writer;
  private final Readers readers;
  private final QuickCheck check;
  private final SqliteMaintenance maintenance;
  private final AutoCloseable lock;

  /// Where the store stands after the last commit. Written before anybody hears of that.
  private volatile Standing standing;

  private final AtomicBoolean closed = new AtomicBoolean();

  SqliteStore(Opening opening) {
    this.ledger = opening.ledger();
    this.damage = opening.damage();
    this.lock = opening.lock();
    this.check = new QuickCheck(opening.database());
    this.maintenance = new SqliteMaintenance(opening.database());
    this.standing = ledger.standing();
    this.writer = new Writer(ledger, opening.options().maxBatch(), it -> standing = it);
    this.readers = new Readers(opening.database(), opening.known(), opening.options().readers());
    writer.start();
    if (opening.isUnchecked()) {
      check.start();
    }
  }

  @Override
  public Cursor cursor() {
    return standing.cursor();
  }

  @Override
  public Following follow(Consumer<Change> follower) {
    return followers.add(follower);
  }

  @Override
  public CompletionStage<Boolean> addAccount(Account account) {
    return people(it -> it.add(account));
  }

  @Override
  public CompletionStage<Admission> addAccount(Account account, TokenHash invite, Instant now) {
    return people(it -> it.admit(account, invite, now));
  }

  @Override
  public CompletionStage<Optional<Account>> account(String user) {
    return readers.submit(view -> view.people().account(user));
  }

  @Override
  public CompletionStage<Page<Account>> accounts(String after, int limit) {
    return readers.submit(view -> view.people().accounts(after, limit));
  }

  @Override
  public CompletionStage<Boolean> replacePassword(
      String user, String expectedHash, String newHash) {
    return people(it -> it.replacePassword(user, expectedHash, newHash));
  }

  @Override
  public CompletionStage<Boolean> setDisabled(String user, boolean isDisabled) {
    var state = isDisabled ? Account.State.DISABLED : Account.State.ACTIVE;
    return people(it -> it.setState(user, state));
  }

  @Override
  public CompletionStage<Boolean> deleteAccount(String user) {
    return people(it -> it.delete(user));
  }

  @Override
  public CompletionStage<Void> addInvite(Invite invite) {
    return writer.submit(
        ledger -> {
          ledger.people().add(invite);
          return null;
        },
        SMALL);
  }

  @Override
  public CompletionStage<List<Invite>> invites() {
    return readers.submit(view -> view.people().invites());
  }

  @Override
  public CompletionStage<Boolean> removeInvite(TokenHash code) {
    return people(it -> it.removeInvite(code));
  }

  @Override
  public CompletionStage<Void> addSession(StoredSession session) {
    return writer.submit(
        ledger -> {
          ledger.people().add(session);
          return null;
        },
        SMALL);
  }

  @Override
  public CompletionStage<Optional<StoredSession>> session(TokenHash token) {
    return readers.submit(view -> view.people().session(token));
  }

  @Override
  public CompletionStage<List<StoredSession>> sessions(String user) {
    return readers.submit(view -> view.people().sessions(user));
  }

  @Override
  public CompletionStage<Boolean> useSession(TokenHash token, StoredSession.Use use) {
    return people(it -> it.use(token, use));
  }

  @Override
  public CompletionStage<Boolean> removeSession(TokenHash token) {
    return people(it -> it.removeSession(token));
  }

  @Override
  public CompletionStage<List<TokenHash>> removeSessions(String user) {
    return people(it -> it.removeSessions(user));
  }

  @Override
  public CompletionStage<List<TokenHash>> expireSessions(Expiry expiry) {
    return people(it -> it.expire(expiry));
  }

  @Override
  public CompletionStage<Append> append(NewMessage message) {
    return writer.submit(
        new Pending<>(
            ledger -> ledger.mail().append(message), SMALL + message.text().length(), this::tell));
  }

  @Override
  public CompletionStage<Page<Message>> inbox(String user, Slice slice) {
    return mail(it -> it.inbox(user, slice));
  }

  @Override
  public CompletionStage<Page<Message>> conversation(String user, String with, Slice slice) {
    return mail(it -> it.conversation(user, with, slice));
  }

  @Override
  public CompletionStage<Page<Message>> log(long after, int limit) {
    return mail(it -> it.log(after, limit));
  }

  @Override
  public CompletionStage<Page<Conversation>> conversations(String user, long before, int limit) {
    return mail(it -> it.conversations(user, before, limit));
  }

  @Override
  public CompletionStage<Marker> mark(String user, String with, long upTo) {
    return writer
        .submit(
            new Pending<MailWrites.Marked>(
                ledger -> ledger.mail().mark(user, with, upTo), SMALL, this::tell))
        .thenApply(MailWrites.Marked::marker);
  }

  @Override
  public CompletionStage<Replay> replay(String user, Cursor after, int limit) {
    return mail(it -> it.replay(user, after, limit));
  }

  @Override
  public CompletionStage<Integer> purge(Instant before, int limit) {
    return writer.submit(ledger -> ledger.mail().purge(before, limit), SMALL);
  }

  @Override
  public Map<String, LongSupplier> counters() {
    return Map.of(
        "accounts", () -> standing.accounts(),
        "sessions", () -> standing.sessions(),
        "messages", () -> standing.messages(),
        "batches", writer::batches,
        "waiting-reads", readers::waiting,
        "waiting-writes", writer::waiting,
        "damaged", damage::met);
  }

  @Override
  public Optional<StoreMaintenance> maintenance() {
    return Optional.of(maintenance);
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    writer.close();
    readers.close();
    close(check);
    // Last, and so the one that copies the log into the file and deletes it.
    close(ledger);
    close(lock);
  }

  /// The connection that the writer uses. A test looks at its settings.
  Sql writerConnection() {
    return ledger.sql();
  }

  @FunctionalInterface
  private interface PeopleWrite<T> {
    T to(PeopleWrites people) throws SQLException;
  }

  @FunctionalInterface
  private interface MailRead<T> {
    T from(Mail mail) throws SQLException;
  }

  private <T> CompletableFuture<T> people(PeopleWrite<T> write) {
    return writer.submit(ledger -> write.to(ledger.people()), SMALL);
  }

  private <T> CompletableFuture<T> mail(MailRead<T> read) {
    return readers.submit(view -> view.atOnce(it -> read.from(it.mail())));
  }

  private void tell(Append append) {
    if (append instanceof Append.Stored(var message)) {
      followers.tell(new Change.Sent(message));
    }
  }

  private void tell(MailWrites.Marked marked) {
    if (marked.isMoved()) {
      followers.tell(new Change.Read(marked.marker()));
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.WARNING, "a part of the store did not close cleanly", e);
    }
  }
}
