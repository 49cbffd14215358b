package kabar.tui.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kabar.api.SettingsException;
import kabar.tui.bindings.Rebinding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The file in which the keys are changed.
final class KeysFileTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("keys.toml");
  }

  @Test
  void saysNothingIfItIsNotThere() {
    assertThat(KeysFile.read(file)).isEmpty();
  }

  @Test
  void readsOneKeySeveralAndNone() throws IOException {
    var origin = file + ":";
    Files.writeString(
        file,
        """
        # Mine.
        help = "f9"

        [writing]
        new-line = ["alt-enter", "ctrl-o"]
        suspend = []
        """);

    var read = KeysFile.read(file);

    assertThat(read)
        .containsExactly(
            new Rebinding("", "help", List.of("f9"), origin + 2),
            new Rebinding("writing", "new-line", List.of("alt-enter", "ctrl-o"), origin + 5),
            new Rebinding("writing", "suspend", List.of(), origin + 6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"help = 1", "help = [1]", "help = [[\"f9\"]]", "[[writing]]\nhelp = \"a\""})
  void refusesWhatIsNoKeyNorAListOfKeys(String text) throws IOException {
    Files.writeString(file, text);

    assertThatThrownBy(() -> KeysFile.read(file))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(file + ":1: cannot use what is written for ")
        .hasMessageContaining("expected NAME = \"KEY\"");
  }

  @Test
  void refusesWhatIsNoToml() throws IOException {
    Files.writeString(file, "help = \"f9\"\nquit quickly\n");

    assertThatThrownBy(() -> KeysFile.read(file))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(file + ":2: no TOML: ");
  }

  @Test
  void refusesWhatIsNoText() throws IOException {
    Files.write(file, "help = \"\u00ff\"".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> KeysFile.read(file)).hasMessageContaining("is not in UTF-8");
  }

  @Test
  void refusesAFolder() {
    assertThatThrownBy(() -> KeysFile.read(folder)).hasMessageContaining("is a folder");
  }

  @Test
  void liesBesideTheConfiguration() {
    var places = new Places(Path.of("/home/messi/.config/kabar/kabar.toml"), Path.of("/state"));

    assertThat(places.keys()).isEqualTo(Path.of("/home/messi/.config/kabar/keys.toml"));
  }
}
