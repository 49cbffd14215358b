package kabar.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFolderTest {
  private static final KeptSession SESSION =
      new KeptSession(URI.create("tcp://localhost:8889"), "messi", "5f3a9c9e");

  @TempDir private Path temp;

  @Test
  void makesAFolderAndFilesForItsUserAlone() throws IOException {
    var path = temp.resolve("a/b/profile");

    ProfileFolder.open(path).keep(SESSION);

    assertThat(modes(path)).isEqualTo("rwx------");
    assertThat(modes(path.resolve("session"))).isEqualTo("rw-------");
  }

  @Test
  void refusesAFolderThatOthersMayLookInto() throws IOException {
    Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-x---"));

    assertThatThrownBy(() -> ProfileFolder.open(temp))
        .isInstanceOf(ProfileException.class)
        .hasMessage(
            "%s: others may look into it (mode rwxr-x---; expected rwx------: chmod 700 '%s')"
                .formatted(temp, temp));
  }

  @Test
  void refusesAFileInTheFoldersPlace() throws IOException {
    var file = Files.writeString(temp.resolve("profile"), "");

    assertThatThrownBy(() -> ProfileFolder.open(file))
        .isInstanceOf(ProfileException.class)
        .hasMessageContaining("there is a file of that name");
  }

  @Test
  void keepsASessionUntilItIsForgotten() throws ProfileException {
    var folder = ProfileFolder.open(temp.resolve("profile"));
    var before = folder.session();

    folder.keep(SESSION);
    var kept = ProfileFolder.open(temp.resolve("profile")).session();
    folder.forget();

    assertThat(before).isEmpty();
    assertThat(kept).contains(SESSION);
    assertThat(folder.session()).isEmpty();
  }

  @Test
  void refusesADamagedSessionWithoutTellingTheToken() throws IOException {
    var path = temp.resolve("profile");
    var folder = ProfileFolder.open(path);
    Files.writeString(path.resolve("session"), "kabar-session 1\ntoken 5f3a9c9e\n");

    assertThatThrownBy(folder::session)
        .isInstanceOf(ProfileException.class)
        .hasMessageContaining("cannot be read as a session")
        .hasMessageNotContaining("5f3a9c9e");
  }

  @Test
  void letsOneAtATimeHaveALock() throws ProfileException {
    var folder = DiskFolder.open(temp.resolve("profile"));
    var other = DiskFolder.open(temp.resolve("profile"));

    try (var _ = folder.lock("x.lock")) {
      assertThat(other.tryLock("x.lock")).isEmpty();
    }
    try (var lock = other.lock("x.lock")) {
      assertThat(lock).isNotNull();
    }
  }

  @Test
  void addsToAFileAndPutsOneInTheOthersPlace() throws ProfileException {
    var folder = DiskFolder.open(temp.resolve("profile"));

    folder.append("f", "one".getBytes(UTF_8));
    folder.append("f", "two".getBytes(UTF_8));
    var grown = new String(folder.read("f").orElseThrow(), UTF_8);
    folder.replace("f", "three".getBytes(UTF_8));

    assertThat(grown).isEqualTo("onetwo");
    assertThat(new String(folder.read("f").orElseThrow(), UTF_8)).isEqualTo("three");
    assertThat(folder.size("f")).isEqualTo(5);
    assertThat(folder.size("g")).isZero();
  }

  private static String modes(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
