package kabar.client;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A folder on disk that belongs to its user alone.
final class DiskFolder implements Folder {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(2);

  private final Path path;
  private final boolean hasModes;

  private DiskFolder(Path path, boolean hasModes) {
    this.path = path;
    this.hasModes = hasModes;
  }

  static DiskFolder open(Path path) throws ProfileException {
    try {
      var hasModes = hasModes(path);
      make(path, hasModes);
      if (hasModes) {
        refuseIfOpenToOthers(path);
      }
      return new DiskFolder(path, hasModes);
    } catch (IOException e) {
      throw failed(path, "cannot be used as a profile folder", e);
    }
  }

  @Override
  public Optional<byte[]> read(String name) throws ProfileException {
    try {
      return Optional.of(Files.readAllBytes(path.resolve(name)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw failed(path.resolve(name), "cannot be read", e);
    }
  }

  @Override
  public long size(String name) throws ProfileException {
    try {
      return Files.size(path.resolve(name));
    } catch (NoSuchFileException _) {
      return 0;
    } catch (IOException e) {
      throw failed(path.resolve(name), "cannot be read", e);
    }
  }

  @Override
  public void append(String name, byte[] content) throws ProfileException {
    try (var channel = channel(name, CREATE, WRITE)) {
      var end = channel.size();
      try {
        write(channel.position(end), content);
        channel.force(true);
      } catch (IOException e) {
        cutBack(channel, end, e);
        throw e;
      }
    } catch (IOException e) {
      throw failed(path.resolve(name), "cannot be written", e);
    }
  }

  @Override
  public void replace(String name, byte[] content) throws ProfileException {
    var beside = "%s.%s.new".formatted(name, UUID.randomUUID());
    try {
      try (var channel = channel(beside, CREATE_NEW, WRITE)) {
        write(channel, content);
        channel.force(true);
      }
      Files.move(path.resolve(beside), path.resolve(name), ATOMIC_MOVE, REPLACE_EXISTING);
      syncFolder();
    } catch (IOException e) {
      removeQuietly(beside, e);
      throw failed(path.resolve(name), "cannot be written", e);
    }
  }

  @Override
  public void remove(String name) throws ProfileException {
    try {
      Files.deleteIfExists(path.resolve(name));
    } catch (IOException e) {
      throw failed(path.resolve(name), "cannot be removed", e);
    }
  }

  @Override
  public Optional<Lock> tryLock(String name) throws ProfileException {
    try {
      return Optional.ofNullable(lockOrNull(name));
    } catch (IOException e) {
      throw failed(path.resolve(name), "cannot be locked", e);
    }
  }

  @Override
  public Lock lock(String name) throws ProfileException {
    long begin = System.nanoTime();
    var lock = tryLock(name);
    while (lock.isEmpty()) {
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        throw new ProfileException(
            "%s: still held by another program after %d s (is one of them stopped?)"
                .formatted(place(name), PATIENCE.toSeconds()));
      }
      // The operating system's own waiting does not know of locks within this program.
      LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
      lock = tryLock(name);
    }
    return lock.get();
  }

  @Override
  public String place(String name) {
    return path.resolve(name).toString();
  }

  private @Nullable Lock lockOrNull(String name) throws IOException {
    var channel = channel(name, CREATE, WRITE);
    try {
      if (channel.tryLock() != null) {
        return () -> close(channel);
      }
    } catch (OverlappingFileLockException _) {
      // Another client of this program has it, which is no different.
    } catch (IOException e) {
      close(channel);
      throw e;
    }
    close(channel);
    return null;
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock is gone with its channel, whatever that says.
      System.getLogger(DiskFolder.class.getName()).log(System.Logger.Level.DEBUG, "a lock", e);
    }
  }

  private FileChannel channel(String name, OpenOption... options) throws IOException {
    return FileChannel.open(path.resolve(name), Set.of(options), modes("rw-------"));
  }

  private FileAttribute<?>[] modes(String text) {
    return hasModes ? new FileAttribute<?>[] {attribute(text)} : new FileAttribute<?>[0];
  }

  private static FileAttribute<Set<PosixFilePermission>> attribute(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }

  private static void write(FileChannel channel, byte[] content) throws IOException {
    var left = ByteBuffer.wrap(content);
    while (left.hasRemaining()) {
      channel.write(left);
    }
  }

  private static void cutBack(FileChannel channel, long end, IOException because) {
    try {
      channel.truncate(end);
      channel.force(true);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  private void removeQuietly(String name, IOException because) {
    try {
      Files.deleteIfExists(path.resolve(name));
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  /// A name is on disk when its folder is.
  private void syncFolder() throws IOException {
    if (hasModes) {
      try (var channel = FileChannel.open(path, READ)) {
        channel.force(true);
      }
    }
  }

  private static boolean hasModes(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static void make(Path path, boolean hasModes) throws IOException {
    var parent = path.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      if (hasModes) {
        Files.createDirectory(path, attribute("rwx------"));
      } else {
        Files.createDirectory(path);
      }
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(path)) {
        throw e;
      }
    }
  }

  private static void refuseIfOpenToOthers(Path path) throws IOException {
    var found = Files.getPosixFilePermissions(path);
    if (!PosixFilePermissions.fromString("rwx------").containsAll(found)) {
      throw new ProfileException(
          "%s: others may look into it (mode %s; expected rwx------: chmod 700 '%s')"
              .formatted(path, PosixFilePermissions.toString(found), path));
    }
  }

  private static ProfileException failed(Path what, String how, IOException cause) {
    if (cause instanceof ProfileException told) {
      return told;
    }
    return new ProfileException("%s: %s (%s)".formatted(what, how, reason(cause)), cause);
  }

  /// What the operating system says; some exceptions have nothing but the path in their message.
  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "there is a file of that name";
      case NoSuchFileException _ -> "no such file";
      case java.nio.file.FileSystemException f when f.getReason() != null -> f.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
