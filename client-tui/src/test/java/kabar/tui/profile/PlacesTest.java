package kabar.tui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlacesTest {

  @Test
  void areThoseOfTheVariables() {
    var places =
        Places.of(Map.of("XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "/s", "HOME", "/home/messi"));

    assertThat(places.config()).isEqualTo(Path.of("/c/kabar/kabar.toml"));
    assertThat(places.profile("work")).isEqualTo(Path.of("/s/kabar/work"));
  }

  @Test
  void areInTheHomeFolderWhereAVariableIsEmptyOrRelative() {
    var places =
        Places.of(Map.of("XDG_CONFIG_HOME", "", "XDG_STATE_HOME", "state", "HOME", "/home/messi"));

    assertThat(places.config()).isEqualTo(Path.of("/home/messi/.config/kabar/kabar.toml"));
    assertThat(places.profile("a")).isEqualTo(Path.of("/home/messi/.local/state/kabar/a"));
  }
}
