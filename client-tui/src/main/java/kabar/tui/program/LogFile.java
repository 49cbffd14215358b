package kabar.tui.program;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// A file for what nobody at the screen should see. It is made when there is something to write; of
/// one that has become large the last part is set aside. Thread-safe.
public final class LogFile extends OutputStream {
  private static final long LARGE_BYTES = 1024 * 1024;

  private final Path path;
  private @Nullable OutputStream file;

  public LogFile(Path path) {
    this.path = path;
  }

  public Path path() {
    return path;
  }

  @Override
  public synchronized void write(int one) throws IOException {
    opened().write(one);
  }

  @Override
  public synchronized void write(byte[] source, int start, int length) throws IOException {
    opened().write(source, start, length);
  }

  @Override
  public synchronized void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }

  private OutputStream opened() throws IOException {
    var open = file;
    if (open == null) {
      Files.createDirectories(path.toAbsolutePath().getParent());
      if (Files.exists(path) && Files.size(path) > LARGE_BYTES) {
        Files.move(
            path,
            path.resolveSibling(path.getFileName() + ".old"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      open = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      file = open;
    }
    return open;
  }
}
