package kabar.server;

import kabar.api.store.StoreBackups;
import kabar.api.store.StoreProvider;
import kabar.server.operation.Care;

/// The backups of a kind of store.
final class BackedUp {

  private BackedUp() {}

  /// What can be done with them.
  ///
  /// @throws kabar.server.control.RefusedException if there are none
  static StoreBackups by(StoreProvider store, String command) {
    return store.backups().orElseThrow(() -> Care.unable(command, store.name()));
  }
}
