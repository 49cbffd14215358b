package kabar.server;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A text file that was not there before, readable by its owner only. It stays if it is kept,
/// otherwise closing it deletes it.
final class NewFile implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;
  private final PrintWriter writer;
  private boolean isKept;

  private NewFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
    this.writer =
        new PrintWriter(
            new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
  }

  /// Makes the file.
  ///
  /// @throws IOException if it is there already, or cannot be made
  static NewFile create(Path path) throws IOException {
    return new NewFile(
        path,
        FileChannel.open(
            path,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
  }

  PrintWriter writer() {
    return writer;
  }

  /// Keeps what was written, which is on disk then.
  void keep() throws IOException {
    writer.flush();
    channel.force(true);
    isKept = true;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    if (!isKept) {
      Files.deleteIfExists(path);
    }
  }
}
