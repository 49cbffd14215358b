package kabar.api.store;

import java.io.IOException;
import java.nio.file.Path;

/// What can be done with the backups of a store, while no store is open. Calls block.
public interface StoreBackups {

  /// Checks a backup, without changing it.
  ///
  /// - A backup that nobody damaged is sound, and has the counts of its store.
  /// - A file that is no backup is told to be none.
  ///
  /// @throws IOException if the file cannot be read
  /// @throws StoreException if it is no backup of this kind of store, or of a newer version
  Verification verify(Path file, Progress progress) throws IOException;

  /// Makes a store out of a backup.
  ///
  /// - A restored store has all accounts, messages and markers of the backup, where they were, and
  ///   another incarnation.
  /// - A restore ends all sessions and invites: some may have ended or been used since the backup.
  /// - A restore into a folder that is not empty, or of a damaged backup, changes nothing.
  ///
  /// @param folder an empty folder
  /// @throws IOException if the file cannot be read or the folder cannot be written or is not empty
  /// @throws StoreException if it is no sound backup of this kind of store
  void restore(Path file, Path folder, Progress progress) throws IOException;
}
