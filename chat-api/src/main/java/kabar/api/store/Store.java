package kabar.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import kabar.api.Following;

/// Accounts, invites, sessions, messages and markers. Thread-safe; no call blocks.
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
  /// - The cursor moves with every append and with every marker that moves.
  /// - Every new store has an incarnation of its own.
  /// - Nothing ever appears at or before a cursor that was handed out.
  Cursor cursor();

  /// Has somebody told of each change, once it is committed: a message that was stored, a marker
  /// that moved. That happens on the store's own threads or on those that write; whoever is told
  /// must not block.
  ///
  /// - A follower is told of each change once, in commit order, one at a time.
  /// - A follower is told of a change before the future of its write completes.
  /// - What a follower is told of is seen by every read started then, and not ahead of the cursor.
  /// - A write that stores nothing, or moves nothing, tells nothing.
  /// - A follower that fails harms neither the write nor other followers.
  /// - A follower is told of nothing that is written after it ceased to follow.
  ///
  /// @return ends it
  Following follow(Consumer<Change> follower);

  /// Adds an account. Answers whether the name was free.
  ///
  /// - An account is kept as it was given.
  /// - A name that is taken is refused and the account that has it stays.
  CompletionStage<Boolean> addAccount(Account account);

  /// Adds an account for somebody who has an invite.
  ///
  /// - An invite admits one account and no second, however many try at once.
  /// - An invite is not used up by a name that is taken.
  /// - An invite that has expired admits nobody.
  /// - Whoever has no invite does not learn whether a name is taken.
  ///
  /// @param now from when on an invite has expired
  CompletionStage<Admission> addAccount(Account account, TokenHash invite, Instant now);

  /// The account of that name.
  ///
  /// - Names of accounts are compared exactly.
  CompletionStage<Optional<Account>> account(String user);

  /// Accounts by name, the deleted ones too: those after a name, at most so many.
  ///
  /// - Accounts are listed by name, page by page, each once.
  ///
  /// @param after the last name of the page before, empty for the first page
  /// @param limit one or more
  CompletionStage<Page<Account>> accounts(String after, int limit);

  /// Puts another password hash in the place of one. Answers whether that one was there: it is not
  /// if somebody changed the password meanwhile, or nobody has that name.
  ///
  /// - A password hash is replaced only where the expected one stands.
  CompletionStage<Boolean> replacePassword(String user, String expectedHash, String newHash);

  /// Lets an account log in or not. Answers whether there is such an account, not deleted.
  ///
  /// - An account that is disabled keeps all it has, and may be active again.
  CompletionStage<Boolean> setDisabled(String user, boolean isDisabled);

  /// Deletes an account: its hash, display name and country, its sessions and its markers. What it
  /// wrote stays with those it wrote to. Answers whether there was such an account, not deleted.
  ///
  /// - A deleted account leaves its name, which nobody can take, and its messages.
  /// - A deleted account has no sessions and no markers; those of others stay.
  /// - A deleted account can neither be changed nor deleted again.
  CompletionStage<Boolean> deleteAccount(String user);

  /// Adds an invite.
  ///
  /// - An invite is kept as it was given until it is used or removed.
  CompletionStage<Void> addInvite(Invite invite);

  /// All invites, the expired ones too, in the order in which they were added.
  CompletionStage<List<Invite>> invites();

  /// Takes an invite back. Answers whether it was there.
  ///
  /// - Removing an invite removes that one and no other.
  CompletionStage<Boolean> removeInvite(TokenHash code);

  /// Adds a session.
  ///
  /// - A session is kept until it is removed.
  /// - A session stays bound to the address that it was added with, however it is used.
  CompletionStage<Void> addSession(StoredSession session);

  /// The session of a token.
  CompletionStage<Optional<StoredSession>> session(TokenHash token);

  /// The sessions of a user, in the order in which they were added.
  ///
  /// - The sessions of a user are listed, and no other's.
  CompletionStage<List<StoredSession>> sessions(String user);

  /// Writes down the last use of a session. Answers whether it is there.
  ///
  /// - The last use of a session is the one written down last.
  CompletionStage<Boolean> useSession(TokenHash token, StoredSession.Use use);

  /// Ends a session. Answers whether it was there.
  ///
  /// - Removing a session ends that one and no other.
  CompletionStage<Boolean> removeSession(TokenHash token);

  /// Ends all sessions of a user. Answers which.
  ///
  /// - Removing the sessions of a user ends all of them and no other's.
  CompletionStage<List<TokenHash>> removeSessions(String user);

  /// Ends sessions that were last used, or begun, before given moments, in no order. Answers which;
  /// if as many as the limit, there may be more.
  ///
  /// - Sessions expire that were last used, or begun, before the moments given, and no others.
  CompletionStage<List<TokenHash>> expireSessions(Expiry expiry);

  /// Which sessions are to end.
  ///
  /// @param usedBefore those last used before
  /// @param createdBefore those begun before
  /// @param limit at most so many, one or more
  record Expiry(Instant usedBefore, Instant createdBefore, int limit) {}

  /// Stores a message.
  ///
  /// - A message is kept as it was given, whatever text it has.
  /// - The id of a message is its position in the commit order.
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

  /// All messages of all users, those after an id, oldest first.
  ///
  /// - The log holds every message once, in commit order.
  ///
  /// @param after an id, 0 for the first page
  /// @param limit one or more
  CompletionStage<Page<Message>> log(long after, int limit);

  /// The conversations of a user, the one with the newest message first.
  ///
  /// - Conversations are listed by their newest message, page by page.
  /// - A conversation counts as unread what the other side sent after the marker.
  /// - What users send to themselves is never unread.
  ///
  /// @param before the id of the last message of the last conversation of the page before;
  ///     `Long.MAX_VALUE` for the first page
  /// @param limit one or more
  CompletionStage<Page<Conversation>> conversations(String user, long before, int limit);

  /// Moves a user's marker forward. Answers where it stands then, whether it moved now or not.
  ///
  /// - A marker moves forward only, and is one for each side of a conversation.
  /// - A marker never moves beyond the newest message of its conversation.
  /// - A marker that does not move takes no position.
  /// - Where there is no conversation, a marker stands at 0.
  ///
  /// @param upTo the id of the newest message that was read, or any number up to which all were
  CompletionStage<Marker> mark(String user, String with, long upTo);

  /// What a user may see of all that came after a cursor: messages from and to them, and their own
  /// markers.
  ///
  /// - A replay brings all that came after a cursor, in commit order, each once.
  /// - A replay brings a marker once, where it moved last.
  /// - A replay page by page misses nothing that is stored meanwhile.
  /// - A cursor of another store, or from ahead, is answered with a reset.
  /// - A cursor behind a purged message is answered with a reset.
  ///
  /// @param limit changes at most, one or more
  CompletionStage<Replay> replay(String user, Cursor after, int limit);

  /// Removes the oldest messages taken before a moment. Answers how many; if as many as the limit,
  /// there may be more.
  ///
  /// - A purge removes messages in commit order, up to the first not taken before the moment.
  /// - After a purge, what is left is read as before, and unread counts leave out what is gone.
  /// - A conversation that was purged as a whole is not listed; its markers stay where they are.
  /// - A purge forgets the keys of what it removes, and gives no id back.
  ///
  /// @param limit at most so many, one or more: writes wait for no longer than that takes
  CompletionStage<Integer> purge(Instant before, int limit);

  /// Numbers to watch, by name; each may be read at any time from any thread.
  ///
  /// - A store counts its accounts, sessions and messages, leaving out what is gone.
  Map<String, LongSupplier> counters();

  /// The care of this store; empty if it needs none or has none.
  default Optional<StoreMaintenance> maintenance() {
    return Optional.empty();
  }

  /// Completes what was begun, then lets everything go.
  ///
  /// - Closing a store twice is harmless.
  @Override
  void close();
}
