package kabar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import kabar.api.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir private Path temporary;

  @Test
  void isMadeForItsOwnerAlone() throws IOException {
    var path = temporary.resolve("a/b");

    try (var folder = DataFolder.open(path)) {
      assertThat(folder.path()).isEqualTo(path);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void belongsToOneServerUntilItIsClosed() throws IOException {
    var path = temporary.resolve("data");
    var first = DataFolder.open(path);

    assertThatThrownBy(() -> DataFolder.open(path))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("is in use by another kabard");

    first.close();
    DataFolder.open(path).close();
  }

  @Test
  void mayNotBeReadableByOthers() throws IOException {
    var path = Files.createDirectory(temporary.resolve("data"));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-x---"));

    assertThatThrownBy(() -> DataFolder.open(path))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("chmod 700");
  }

  @Test
  void canBeCheckedWithoutBeingMade() {
    var path = temporary.resolve("data");

    DataFolder.check(path);

    assertThat(path).doesNotExist();
  }

  @Test
  void mayNotBeAFile() throws IOException {
    var path = Files.createFile(temporary.resolve("data"));

    assertThatThrownBy(() -> DataFolder.open(path))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(path.toString())
        .hasMessageContaining("expected a folder");
  }
}
