package kabar.store.sqlite;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import kabar.api.store.StoreException;

/// Rows that turned out not to be as they were written. Each is logged once, and a read that meets
/// one fails. Thread-safe.
final class Damage {
  private static final System.Logger LOG = System.getLogger(Damage.class.getName());
  private static final int MAX_TOLD = 1_000;

  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final LongAdder met = new LongAdder();

  /// What a read fails with that met such a row.
  StoreException of(Table table, long id, String what) {
    var name = table.row() + " " + id;
    met.increment();
    if (told.size() < MAX_TOLD && told.add(name)) {
      LOG.log(System.Logger.Level.ERROR, "{0} is damaged: {1}", name, what);
    }
    return new StoreException(
        "%s is damaged: %s (restore a backup; kabard verify lists all damage)"
            .formatted(name, what));
  }

  /// How many reads and writes met damage.
  long met() {
    return met.sum();
  }
}
