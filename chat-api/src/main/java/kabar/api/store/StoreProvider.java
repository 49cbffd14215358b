package kabar.api.store;

import java.nio.file.Path;
import java.util.Optional;
import kabar.api.Provider;
import kabar.api.Settings;

/// Opens stores of one kind.
public interface StoreProvider extends Provider {

  /// Opens the store kept in a folder, or begins an empty one there.
  ///
  /// - An empty folder opens as an empty store.
  /// - A setting that the provider does not know is refused.
  /// - An option that the provider lists is accepted with its default.
  /// - A value that is not of the form of its option is refused.
  ///
  /// @param folder an existing folder that nobody else uses; a store that keeps nothing ignores it
  /// @throws kabar.api.SettingsException if a setting is unknown or cannot be used
  /// @throws StoreException if what is in the folder cannot be opened; nothing was changed
  Store open(Path folder, Settings settings);

  /// Whether a store is on disk when its futures say so, and is there when it is opened again.
  ///
  /// - A durable store has everything when it is opened again, and the same incarnation.
  /// - A durable store goes on counting positions where it stopped, even if all was purged.
  /// - A durable store that was not closed loses nothing that it said was stored.
  boolean isDurable();

  /// What can be done with backups; empty if these stores have none.
  default Optional<StoreBackups> backups() {
    return Optional.empty();
  }
}
