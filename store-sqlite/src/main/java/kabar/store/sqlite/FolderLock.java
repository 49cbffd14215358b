package kabar.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import kabar.api.store.StoreException;

/// Keeps a second store out of a folder. SQLite lets several processes write in turns; but this one
/// remembers what it wrote. People may still read with `sqlite3` meanwhile.
final class FolderLock implements AutoCloseable {
  static final String NAME = "kabar.db.lock";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws StoreException if the folder is in use
  static FolderLock take(Path folder) throws IOException {
    var channel =
        FileChannel.open(
            folder.resolve(NAME),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      if (channel.tryLock() != null) {
        return new FolderLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // This process has it already: as taken as if another had.
    }
    channel.close();
    throw new StoreException(
        "the store in '%s' is in use: end the program that has it open".formatted(folder));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
