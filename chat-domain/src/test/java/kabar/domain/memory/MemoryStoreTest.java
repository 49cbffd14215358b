package kabar.domain.memory;

import kabar.api.store.StoreProvider;
import kabar.testkit.store.StoreContract;

final class MemoryStoreTest extends StoreContract {

  @Override
  protected StoreProvider provider() {
    return new MemoryStoreProvider();
  }
}
