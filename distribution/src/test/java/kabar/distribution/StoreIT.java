package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreIT {
  @TempDir private Path folder;

  @Test
  void sqliteNeedsNoFolderForTemporaryFiles() throws Exception {
    var temporary = Files.createDirectory(folder.resolve("temporary"));
    var data = folder.resolve("data");
    var environment = Map.of("KABAR_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary);

    try (var server = PackedServer.demo(environment, data);
        var client = server.connect()) {
      assertThat(client.login("messi")).hasSize(36);
      assertThat(temporary).isEmptyDirectory();
    }
  }

  @Test
  void theLauncherFindsItsLibraryInAFolderWithSpaces() throws Exception {
    var image = Image.copy(Image.home(), folder.resolve("a path  with 'spaces'"));
    var command =
        List.of(
            image.resolve("bin/kabard").toString(),
            "--demo",
            "--listen",
            "tcp://127.0.0.1:0",
            "--metrics",
            "off",
            "--data",
            folder.resolve("data").toString());

    try (var server = new PackedServer(Map.of(), command).awaitReady();
        var client = server.connect()) {
      assertThat(client.login("messi")).hasSize(36);
      assertThat(server.err().text()).doesNotContain("WARN", "Warn");
    }
  }

  @Test
  void everyFileOfItIsForItsOwnerOnly() throws Exception {
    var data = folder.resolve("data");
    try (var _ = PackedServer.demo(data);
        var files = Files.list(data)) {

      assertThat(files)
          .extracting(file -> file.getFileName() + " " + permissions(file))
          .containsExactlyInAnyOrder(
              "kabard.lock rw-------",
              "kabard.sock rw-------",
              "kabar.db rw-------",
              "kabar.db-wal rw-------",
              "kabar.db-shm rw-------",
              "kabar.db.lock rw-------");
    }
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
