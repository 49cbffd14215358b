package kabar.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import kabar.api.Settings;
import kabar.api.store.NewMessage;
import kabar.api.store.Store;

/// Our store, called directly.
final class StoreAppender implements DurableLoop.Appender {
  private final Store store;
  private final String text;

  /// @param folder where it is to be
  StoreAppender(Path folder, String text) {
    var settings = Map.of("batch", Integer.toString(GroupCommit.MOST));
    this.store = StoredMail.open(folder, Settings.of("store", settings));
    this.text = text;
  }

  @Override
  public void append(Runnable isStored) {
    // One that fails is missed at the end of the round.
    store.append(new NewMessage("messi", "henderson", text, "", Instant.now())).thenRun(isStored);
  }

  @Override
  public void close() {
    store.close();
  }
}
