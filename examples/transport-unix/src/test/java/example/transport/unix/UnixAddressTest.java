package example.transport.unix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import kabar.api.Settings;
import kabar.api.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnixAddressTest {
  @TempDir Path folder;

  @Test
  void makesAFileForItsOwnerUnlessToldOtherwise() throws IOException {
    try (var _ = address("own").bind(UnixSettings.from(Settings.none()).permissions());
        var _ = address("ours").bind(permissions("rw-rw----"))) {

      assertThat(mode("own")).isEqualTo("rw-------");
      assertThat(mode("ours")).isEqualTo("rw-rw----");
    }
  }

  @Test
  void replacesTheFileOfAServerThatWasKilled() throws IOException {
    // Closing a channel leaves its file, as the end of a process does.
    address("stale").bind(permissions("rw-------")).close();
    assertThat(folder.resolve("stale")).exists();

    try (var server = address("stale").bind(permissions("rw-------"));
        var client = address("stale").connect()) {
      assertThat(server.isOpen()).isTrue();
      assertThat(client.isConnected()).isTrue();
    }
  }

  @Test
  void leavesOtherFilesAlone() throws IOException {
    var file = Files.writeString(folder.resolve("letter"), "mine");

    assertThatThrownBy(() -> address("letter").bind(permissions("rw-------")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("something else than a socket");
    assertThat(file).hasContent("mine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unix:relative",
        "unix://host/path",
        "unix:///",
        "unix:///folder/",
        "unix:///path?query=1",
        "unix:///path#there",
        "tcp://localhost:1"
      })
  void refusesOtherUrls(String url) {
    assertThatThrownBy(() -> UnixAddress.parse(URI.create(url)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll("'" + url + "'", "unix:///PATH");
  }

  @Test
  void refusesPermissionsThatAreNone() {
    assertThatThrownBy(() -> permissions("0600"))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "transport.unix.permissions: cannot use '0600'"
                + " (expected nine characters such as rw-rw----)");
  }

  private UnixAddress address(String name) {
    return UnixAddress.parse(URI.create("unix://" + folder.resolve(name)));
  }

  private static Set<PosixFilePermission> permissions(String text) {
    return UnixSettings.from(Settings.of("transport.unix", Map.of("permissions", text)))
        .permissions();
  }

  private String mode(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }
}
