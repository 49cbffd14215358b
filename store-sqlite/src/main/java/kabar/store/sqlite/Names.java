package kabar.store.sqlite;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kabar.api.store.StoreException;

/// Numbers for the names in messages. A name is written once and never changes, so that what was
/// read is remembered; all connections share that.
final class Names {
  private static final String BY_NAME = Table.NAMES.select("WHERE name = ?");
  private static final String BY_ID = Table.NAMES.select("WHERE id = ?");
  private static final String INSERT = Table.NAMES.insert();

  private final Sql sql;
  private final Known known;

  /// Added by the open transaction: nobody else may know them before it is committed.
  private final Map<String, Name> fresh = new HashMap<>();

  Names(Sql sql, Known known) {
    this.sql = sql;
    this.known = known;
  }

  private record Name(long id, String name) {}

  /// Names that are in the database. Thread-safe.
  static final class Known {
    private static final int MAX = 20_000;

    private final Map<String, Long> ids = new ConcurrentHashMap<>();
    private final Map<Long, String> names = new ConcurrentHashMap<>();

    private void add(Name name) {
      if (ids.size() >= MAX) {
        ids.clear();
        names.clear();
      }
      ids.put(name.name(), name.id());
      names.put(name.id(), name.name());
    }
  }

  Optional<Long> find(String name) throws SQLException {
    var id = known.ids.get(name);
    return id != null ? Optional.of(id) : read(BY_NAME, name).map(Name::id);
  }

  String name(long id) throws SQLException {
    var name = known.names.get(id);
    if (name != null) {
      return name;
    }
    var added = fresh.values().stream().filter(it -> it.id() == id).findFirst();
    return (added.isPresent() ? added : read(BY_ID, id))
        .map(Name::name)
        .orElseThrow(() -> new StoreException("name %d is missing".formatted(id)));
  }

  /// The number of a name, which gets one if it has none.
  long number(String name) throws SQLException {
    var added = fresh.get(name);
    if (added != null) {
      return added.id();
    }
    var found = find(name);
    return found.isPresent() ? found.get() : add(name);
  }

  void committed() {
    fresh.values().forEach(known::add);
    fresh.clear();
  }

  void rolledBack() {
    fresh.clear();
  }

  private long add(String name) throws SQLException {
    var added = new Name(sql.next(Table.NAMES), name);
    sql.insert(INSERT, Table.NAMES, added.id(), added.name());
    fresh.put(name, added);
    return added.id();
  }

  private Optional<Name> read(String query, Object key) throws SQLException {
    var found = sql.first(Table.NAMES, query, row -> new Name(row.id(), row.text(1)), key);
    found.ifPresent(known::add);
    return found;
  }
}
