package kabar.domain.memory;

import java.nio.file.Path;
import kabar.api.Settings;
import kabar.api.store.Store;
import kabar.api.store.StoreProvider;

/// Opens stores that live in memory and are gone when they are closed. It has no settings.
public final class MemoryStoreProvider implements StoreProvider {

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Store open(Path folder, Settings settings) {
    settings.rejectUnknown();
    return new MemoryStore();
  }

  @Override
  public boolean isDurable() {
    return false;
  }
}
