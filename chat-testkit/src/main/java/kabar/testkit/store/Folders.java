package kabar.testkit.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Folders and files of a test.
final class Folders {

  private Folders() {}

  /// A new empty folder inside another.
  static Path create(Path parent) {
    try {
      return Files.createTempDirectory(parent, "store");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Copies all files into an empty folder and answers that.
  static Path copyOf(Path folder, Path copy) {
    try (var paths = Files.walk(folder)) {
      for (var path : paths.skip(1).toList()) {
        Files.copy(path, copy.resolve(folder.relativize(path)));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The files of a folder, by their path within it.
  static Map<String, byte[]> filesOf(Path folder) {
    var files = new TreeMap<String, byte[]>();
    try (var paths = Files.walk(folder)) {
      for (var path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes a file into a folder that is there.
  static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
