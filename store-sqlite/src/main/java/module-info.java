import org.jspecify.annotations.NullMarked;

/// The store in a SQLite database (`sqlite`): a plug-in written against `kabar.api` alone.
///
/// In reading order: `SqliteStoreProvider` opens a `Database`, whose `Schema` it brings up to date;
/// `SqliteStore` hands writes to the one `Writer`, which commits them in batches through its
/// `Ledger`, and reads to `Readers`, each of which has a `View`. Every row carries a `Seal`.
@NullMarked
module kabar.store.sqlite {
  requires java.sql;
  requires kabar.api;
  requires org.xerial.sqlitejdbc;
  requires static org.jspecify;

  provides kabar.api.store.StoreProvider with
      kabar.store.sqlite.SqliteStoreProvider;
}
