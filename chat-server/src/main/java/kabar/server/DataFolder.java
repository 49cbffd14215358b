package kabar.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import kabar.api.SettingsException;

/// The folder that belongs to one running server: nobody else may read it, no second server may use
/// it. It stays locked until it is closed.
final class DataFolder implements AutoCloseable {
  /// The file that a running server has locked.
  static final String LOCK = "kabard.lock";

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /// Refuses a folder that could not be opened, as far as that can be told without writing.
  ///
  /// @throws SettingsException if it is no folder of ours alone
  static void check(Path path) {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw unusable(path, "which is no folder", "a folder, or a path where one can be made");
    }
    try {
      if (Files.isDirectory(path)) {
        requirePrivate(path);
      }
    } catch (IOException e) {
      throw unmade(path);
    }
  }

  /// Makes the folder if it is missing, and takes it.
  ///
  /// @throws SettingsException if it is no folder of ours alone, or in use
  static DataFolder open(Path path) {
    check(path);
    try {
      make(path);
      requirePrivate(path);
      return new DataFolder(path, lock(path));
    } catch (IOException e) {
      throw unmade(path);
    }
  }

  /// Makes the folder if it is missing. Answers whether it was.
  static boolean make(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return false;
    }
    Files.createDirectories(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    return true;
  }

  /// Refuses a folder with anything in it.
  static void requireEmpty(Path path) throws IOException {
    try (var files = Files.newDirectoryStream(path)) {
      if (files.iterator().hasNext()) {
        throw new DirectoryNotEmptyException(path.toString());
      }
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private static void requirePrivate(Path path) throws IOException {
    var others = EnumSet.copyOf(Files.getPosixFilePermissions(path));
    others.removeAll(OWNER_ONLY);
    if (!others.isEmpty()) {
      throw unusable(path, "which others may enter", "mode 0700: chmod 700 '%s'".formatted(path));
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    var file = path.resolve(LOCK);
    var channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // This process has it already: as taken as if another had.
    }
    channel.close();
    throw new SettingsException(
        "data: '%s' is in use by another kabard (stop that one, or give another folder by --data)"
            .formatted(path));
  }

  private static SettingsException unmade(Path path) {
    return unusable(path, "which cannot be made or written", "a folder of your own");
  }

  private static SettingsException unusable(Path path, String why, String expected) {
    return new SettingsException(
        "data: cannot use '%s', %s (expected %s)".formatted(path, why, expected));
  }
}
