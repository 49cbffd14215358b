package kabar.api.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/// Accounts, sessions and messages. Thread-safe; no call blocks.
///
/// A future completes when what it says is true and, for a store that is durable, on disk. It may
/// be complete when it is returned. It fails with a {@link StoreException} only, and then nothing
/// has happened. Dependents of a future must not block.
///
/// - Appends complete one at a time, in commit order.
/// - Appends called one after another are committed in the order of the calls, awaited or not.
/// - What a completed write stored is seen by every read started later.
/// - A closed store fails what it is asked for.
public interface Store extends AutoCloseable {

  /// Where the store is now.
  ///
  /// - The cursor moves with every append.
  /// - Every new store has an incarnation of its own.
  Cursor cursor();

  /// Adds an account. Answers whether the name was free.
  ///
  /// - An account is kept as it was given.
  /// - A name that is taken is refused and the account that has it stays.
  CompletionStage<Boolean> addAccount(Account account);

  /// The account of that name.
  ///
  /// - Names of accounts are compared exactly.
  CompletionStage<Optional<Account>> account(String user);

  /// Accounts by name, those after a name, at most so many.
  ///
  /// - Accounts are listed by name, page by page, each once.
  ///
  /// @param after the last name of the page before, empty for the first page
  /// @param limit one or more
  CompletionStage<Page<Account>> accounts(String after, int limit);

  /// Adds a session.
  ///
  /// - A session is kept until it is removed.
  CompletionStage<Void> addSession(StoredSession session);

  /// The session of a token.
  CompletionStage<Optional<StoredSession>> session(TokenHash token);

  /// Ends a session. Answers whether it was there.
  ///
  /// - Removing a session ends that one and no other.
  CompletionStage<Boolean> removeSession(TokenHash token);

  /// Stores a message.
  ///
  /// - A message is kept as it was given, whatever text it has.
  /// - Messages have growing ids.
  /// - The same key of the same sender stores nothing and gives the message stored first.
  /// - The same key with another receiver or text is a conflict and stores nothing.
  /// - The same key of another sender is another message.
  /// - Messages without a key are never taken for each other.
  CompletionStage<Append> append(NewMessage message);

  /// Messages to a user.
  ///
  /// - An inbox holds what was sent to its user, oldest first, and reading removes nothing.
  /// - Pages join without a gap and without a message twice, in both directions.
  /// - A page tells truly whether there is more.
  CompletionStage<Page<Message>> inbox(String user, Slice slice);

  /// Messages between two users, both ways.
  ///
  /// - A conversation holds what two users sent each other, and nothing else.
  CompletionStage<Page<Message>> conversation(String user, String with, Slice slice);

  /// What a user may see of all that came after a cursor: messages from and to them.
  ///
  /// - A replay brings all that came after a cursor, in commit order, each once.
  /// - A replay page by page misses nothing that is stored meanwhile.
  /// - A cursor of another store, or from ahead, is answered with a reset.
  ///
  /// @param limit messages at most, one or more
  CompletionStage<Replay> replay(String user, Cursor after, int limit);

  /// Numbers to watch, by name; each may be read at any time from any thread.
  ///
  /// - A store counts its accounts, sessions and messages.
  Map<String, LongSupplier> counters();

  /// Completes what was begun, then lets everything go.
  ///
  /// - Closing a store twice is harmless.
  @Override
  void close();
}
