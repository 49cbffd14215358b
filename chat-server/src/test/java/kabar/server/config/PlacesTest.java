package kabar.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlacesTest {
  private static final String IN_HOME = ".local/share/kabar";

  @TempDir private Path temporary;

  @Test
  void dataAreInTheDataHomeOfTheXdgSpecification() {
    assertThat(Places.data("kabar", Map.of("XDG_DATA_HOME", "/data", "HOME", "/home")))
        .isEqualTo(Path.of("/data/kabar"));
  }

  @Test
  void dataAreBelowTheHomeWhereTheDataHomeIsUnsetOrRelative() {
    var inHome = Path.of("/home/messi", IN_HOME);

    assertThat(Places.data("kabar", Map.of("HOME", "/home/messi"))).isEqualTo(inHome);
    assertThat(Places.data("kabar", Map.of("XDG_DATA_HOME", "data", "HOME", "/home/messi")))
        .isEqualTo(inHome);
  }

  @Test
  void dataAreBelowTheHomeThatJavaKnowsWhereThereIsNoEnvironment() {
    assertThat(Places.data("kabar", Map.of()))
        .isEqualTo(Path.of(System.getProperty("user.home"), IN_HOME));
  }

  @Test
  void filesOfTheUserAreAboveThoseOfTheSystem() throws IOException {
    var least = file("system2/kabar/kabard.toml");
    var more = file("system1/kabar/kabard.toml");
    var most = file("home/.config/kabar/kabard.toml");

    var folders = temporary.resolve("system1") + ":relative::" + temporary.resolve("system2");

    assertThat(files(Map.of("XDG_CONFIG_DIRS", folders))).containsExactly(least, more, most);
  }

  @Test
  void theConfigHomeReplacesTheOneInTheHome() throws IOException {
    file("home/.config/kabar/kabard.toml");
    var other = file("other/kabar/kabard.toml");

    assertThat(files(Map.of("XDG_CONFIG_HOME", temporary.resolve("other").toString())))
        .containsExactly(other);
  }

  /// In a home below the temporary folder; without those that this machine may have.
  private List<Path> files(Map<String, String> environment) {
    var all = new HashMap<>(environment);
    all.put("HOME", temporary.resolve("home").toString());
    return Places.files(all).stream().filter(path -> path.startsWith(temporary)).toList();
  }

  private Path file(String name) throws IOException {
    var file = temporary.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}
