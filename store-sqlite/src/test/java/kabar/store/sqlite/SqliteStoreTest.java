package kabar.store.sqlite;

import kabar.api.store.StoreProvider;
import kabar.testkit.store.StoreContract;

final class SqliteStoreTest extends StoreContract {

  @Override
  protected StoreProvider provider() {
    return new SqliteStoreProvider();
  }
}
