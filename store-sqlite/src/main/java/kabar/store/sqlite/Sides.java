package kabar.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The sides of conversations that the writer works on: read once, written once per transaction,
/// however many messages it brings. Belongs to the writer.
final class Sides {
  private static final int MAX_KEPT = 10_000;
  private static final String BY_PAIR = Table.CONVERSATIONS.select("WHERE owner = ? AND peer = ?");
  private static final String MARKED =
      Table.CONVERSATIONS.select("INDEXED BY conversations_by_move WHERE owner = ? AND moved > 0");
  private static final String INSERT = Table.CONVERSATIONS.insert();

  /// With the marker, which fewer writes move.
  private static final int ALL = 3;

  private static final int COUNTS = 6;
  private static final String WRITE_ALL = Table.CONVERSATIONS.update(ALL);
  private static final String WRITE_COUNTS = Table.CONVERSATIONS.update(COUNTS);

  private final Sql sql;

  /// The least recently used first.
  private final LinkedHashMap<Pair, Side> kept = new LinkedHashMap<>(16, 0.75f, true);

  Sides(Sql sql) {
    this.sql = sql;
  }

  private final List<Side> changed = new ArrayList<>();

  private record Pair(long owner, long peer) {}

  Optional<Side> find(long owner, long peer) throws SQLException {
    var pair = new Pair(owner, peer);
    var side = kept.get(pair);
    if (side != null) {
      return Optional.of(side);
    }
    var read = sql.first(Table.CONVERSATIONS, BY_PAIR, Side::of, owner, peer);
    read.ifPresent(it -> kept.put(pair, it));
    return read;
  }

  /// That side, which is made if it is not there.
  Side of(long owner, long peer) throws SQLException {
    var found = find(owner, peer);
    return found.isPresent() ? found.get() : add(owner, peer);
  }

  /// The sides of an owner that have a marker.
  List<Side> marked(long owner) throws SQLException {
    write();
    var marked = sql.list(Table.CONVERSATIONS, MARKED, Side::of, owner);
    for (var side : marked) {
      kept.put(new Pair(side.owner, side.peer), side);
    }
    return marked;
  }

  /// Remembers that a side has to be written.
  void changed(Side side) {
    if (!side.changed) {
      side.changed = true;
      changed.add(side);
    }
  }

  /// Writes what has changed.
  void write() throws SQLException {
    for (var side : changed) {
      write(side);
    }
    changed.clear();
  }

  void committed() {
    var oldest = kept.keySet().iterator();
    for (int tooMany = kept.size() - MAX_KEPT; tooMany > 0; tooMany--) {
      oldest.next();
      oldest.remove();
    }
  }

  void rolledBack() {
    changed.clear();
    kept.clear();
  }

  private void write(Side side) throws SQLException {
    if (side.remarked) {
      sql.rewrite(WRITE_ALL, Table.CONVERSATIONS, ALL, side.columns());
    } else {
      sql.rewrite(WRITE_COUNTS, Table.CONVERSATIONS, COUNTS, side.columns());
    }
    side.changed = false;
    side.remarked = false;
  }

  private Side add(long owner, long peer) throws SQLException {
    var side = new Side(sql.next(Table.CONVERSATIONS), owner, peer);
    sql.insert(INSERT, Table.CONVERSATIONS, side.columns());
    kept.put(new Pair(owner, peer), side);
    return side;
  }
}
