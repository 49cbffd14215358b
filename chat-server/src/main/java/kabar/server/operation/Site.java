package kabar.server.operation;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import kabar.api.store.Store;
import kabar.api.store.StoreMaintenance;
import kabar.domain.Administration;
import kabar.server.config.Configuration;
import kabar.server.control.RefusedException;

/// The running server that commands work on.
///
/// @param data its data folder
/// @param storeName the name of its store's provider
/// @param administration what its operator may do
/// @param addresses where it listens
/// @param configuration what it was started with
/// @param limitHits how often each limit was reached since the start, by its word
public record Site(
    Path data,
    String storeName,
    Store store,
    InstantSource clock,
    Administration administration,
    List<URI> addresses,
    Configuration configuration,
    Map<String, LongSupplier> limitHits) {

  /// The care of the store.
  ///
  /// @param command what needs it
  /// @throws RefusedException if it has none
  StoreMaintenance maintenance(String command) {
    return store.maintenance().orElseThrow(() -> Care.unable(command, storeName));
  }
}
