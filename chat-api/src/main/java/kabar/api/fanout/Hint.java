package kabar.api.fanout;

import java.util.Set;
import kabar.api.store.Change;
import kabar.api.store.Cursor;
import kabar.api.store.TokenHash;

/// Something that others may have to look after.
public sealed interface Hint {

  /// A change was committed, and this is it. Such hints are published one at a time and in commit
  /// order, each change once, by whoever follows the store: receivers need not read it.
  ///
  /// It stays in the process that publishes it. Others get a {@link Changed} in its place, because
  /// what comes from several processes is in no order.
  record Committed(Change change) implements Hint {}

  /// Something was committed that these users may see: whoever serves them reads the store.
  ///
  /// @param users by name
  /// @param cursor up to which to read, at least
  record Changed(Set<String> users, Cursor cursor) implements Hint {
    public Changed {
      users = Set.copyOf(users);
    }
  }

  /// Sessions have ended, in the store already: whatever is remembered of them is to be forgotten.
  ///
  /// @param sessions what the store knows them by
  record SessionsEnded(Set<TokenHash> sessions) implements Hint {
    public SessionsEnded {
      sessions = Set.copyOf(sessions);
    }
  }

  /// All sessions of a user have ended, as above.
  record AllSessionsEnded(String user) implements Hint {}

  /// A user came, went, or said otherwise; maybe it came to nothing in the end.
  record PresenceStirred(String user) implements Hint {}

  /// Somebody is writing a message to somebody.
  record Typing(String from, String to) implements Hint {}
}
