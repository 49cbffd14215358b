package kabar.client;

import java.nio.file.Path;

/// Opens profile folders.
@FunctionalInterface
interface FolderSource {

  /// Opens a folder, and makes it where it is missing. Blocks.
  ///
  /// @throws ProfileException if it cannot be used
  Folder open(Path path) throws ProfileException;
}
