package kabar.store.sqlite;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kabar.api.Option;
import kabar.api.Settings;
import kabar.api.store.Store;
import kabar.api.store.StoreBackups;
import kabar.api.store.StoreProvider;

/// Opens stores in a SQLite database, `kabar.db` in their folder.
public final class SqliteStoreProvider implements StoreProvider {
  private final Schema schema;

  /// For the service loader.
  public SqliteStoreProvider() {
    this(Schema.CURRENT);
  }

  SqliteStoreProvider(Schema schema) {
    this.schema = schema;
  }

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public List<Option<?>> options() {
    return SqliteOptions.ALL;
  }

  @Override
  public Store open(Path folder, Settings settings) {
    return new SqliteStore(Opening.of(folder, SqliteOptions.from(settings), schema));
  }

  @Override
  public boolean isDurable() {
    return true;
  }

  @Override
  public Optional<StoreBackups> backups() {
    return Optional.of(new SqliteBackups(schema));
  }
}
