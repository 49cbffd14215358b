package kabar.store.sqlite;

/// One side of a conversation, on the writer's way to the database. Belongs to the writer.
final class Side {
  final long id;
  final long owner;
  final long peer;
  long marker;
  long seen;
  long moved;
  long last;
  long received;
  long purged;

  /// Something differs from what is in the database.
  boolean changed;

  /// The marker differs from what is in the database.
  boolean remarked;

  Side(long id, long owner, long peer) {
    this.id = id;
    this.owner = owner;
    this.peer = peer;
  }

  static Side of(Row row) {
    var side = new Side(row.id(), row.number(1), row.number(2));
    side.marker = row.number(3);
    side.seen = row.number(4);
    side.moved = row.number(5);
    side.last = row.number(6);
    side.received = row.number(7);
    side.purged = row.number(8);
    return side;
  }

  void mark(long upTo, long covered, long position) {
    marker = upTo;
    seen = covered;
    moved = position;
    remarked = true;
  }

  /// How many messages of the peer are there that the marker does not cover; none of one's own.
  long unread() {
    return owner == peer ? 0 : received - Math.max(seen, purged);
  }

  Object[] columns() {
    return new Object[] {id, owner, peer, marker, seen, moved, last, received, purged};
  }
}
