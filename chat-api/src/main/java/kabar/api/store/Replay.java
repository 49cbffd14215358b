package kabar.api.store;

/// What came after a cursor.
public sealed interface Replay {

  /// The next changes an account may see, oldest first.
  ///
  /// @param page the changes; `more` tells whether the next replay brings further ones at once
  /// @param cursor where the next replay goes on
  record Continued(Page<Change> page, Cursor cursor) implements Replay {}

  /// The cursor is of no use here: it belongs to another store, lies ahead of this one, or behind
  /// messages that were purged.
  ///
  /// @param cursor where this store is now
  record Reset(Cursor cursor) implements Replay {}
}
