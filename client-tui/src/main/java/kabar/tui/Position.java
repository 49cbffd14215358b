package kabar.tui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import kabar.api.SettingsException;

/// Up to where `kabar tail --since-last` has printed: a cursor in a file of the profile's folder.
record Position(Path file) {
  private static final Pattern CURSOR = Pattern.compile("[!-~]{1,40}\n");

  static Position in(Path folder) {
    return new Position(folder.resolve("tail"));
  }

  /// The cursor, empty if there is none yet.
  ///
  /// @throws SettingsException if something else stands there
  String read() throws IOException {
    try {
      var text = Files.readString(file);
      if (!CURSOR.matcher(text).matches()) {
        throw new SettingsException(
            "%s: cannot be read as a position (expected one line; remove it to begin with now)"
                .formatted(file));
      }
      return text.strip();
    } catch (NoSuchFileException _) {
      return "";
    }
  }

  /// Puts a cursor in its place. The file may be older than what was printed after a power failure,
  /// and then that is printed again.
  void write(String cursor) throws IOException {
    var temporary = Files.createTempFile(file.getParent(), "tail", ".new");
    try {
      Files.writeString(temporary, cursor + "\n");
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
