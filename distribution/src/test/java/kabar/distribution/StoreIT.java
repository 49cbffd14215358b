package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreIT {
  @TempDir private Path folder;

  @Test
  void sqliteNeedsNoFolderForTemporaryFiles() throws IOException, InterruptedException {
    var temporary = Files.createDirectory(folder.resolve("temporary"));
    var data = Files.createDirectory(folder.resolve("data"));

    var outcome =
        Image.run(
            folder,
            Map.of(),
            Image.home().resolve("bin/java").toString(),
            "-Djava.io.tmpdir=" + temporary,
            "-Dorg.sqlite.lib.path=" + Image.home().resolve("lib/kabar"),
            "--enable-native-access=org.xerial.sqlitejdbc",
            "--add-modules",
            "kabar.store.sqlite",
            "-cp",
            Image.project().resolve("distribution/target/test-classes").toString(),
            OpenedStore.class.getName(),
            data.toString());

    assertThat(outcome).isEqualTo(new Image.Outcome(0, "opened at 0\n"));
    assertThat(temporary).isEmptyDirectory();
    assertThat(data.resolve("kabar.db")).isNotEmptyFile();
  }

  @Test
  void theLauncherSaysWhereTheLibraryIs() throws IOException {
    var launcher = Files.readString(Image.home().resolve("bin/kabard"));

    assertThat(launcher)
        .contains("-Dorg.sqlite.lib.path=$home/lib/kabar")
        .contains("--enable-native-access=org.xerial.sqlitejdbc");
    assertThat(Image.home().resolve("lib/kabar/libsqlitejdbc.so")).isNotEmptyFile();
  }
}
