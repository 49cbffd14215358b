package kabar.api.store;

/// What came after a cursor.
public sealed interface Replay {

  /// The next messages an account may see, oldest first.
  ///
  /// @param page the messages; `more` tells whether the next replay brings further ones at once
  /// @param cursor where the next replay goes on
  record Continued(Page<Message> page, Cursor cursor) implements Replay {}

  /// The cursor is of no use here: it belongs to another store, or lies ahead of this one.
  ///
  /// @param cursor where this store is now
  record Reset(Cursor cursor) implements Replay {}
}
