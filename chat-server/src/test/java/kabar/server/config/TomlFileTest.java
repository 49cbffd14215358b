package kabar.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kabar.api.SettingsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TomlFileTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("kabard.toml");
  }

  @Test
  void readsEachValueUnderItsFullKey() throws IOException {
    var values =
        read(
            """
            data = "/srv"
            demo = true
            listen = [
              "tcp://a:1",
              'tcp://b:2',
            ]
            [limits]
            connections = 1_000
            ratio = 1.5
            [transport.tcp]
            since = 2026-11-22
            [empty]
            """);

    assertThat(values)
        .containsExactly(
            Map.entry("data", written(Written.Type.TEXT, "/srv", 1)),
            Map.entry("demo", written(Written.Type.FLAG, "true", 2)),
            Map.entry("listen", written(Written.Type.LIST, "tcp://a:1,tcp://b:2", 3)),
            Map.entry("limits.connections", written(Written.Type.NUMBER, "1000", 8)),
            Map.entry("limits.ratio", written(Written.Type.NUMBER, "1.5", 9)),
            Map.entry("transport.tcp.since", written(Written.Type.DATE, "2026-11-22", 11)),
            Map.entry("empty", written(Written.Type.TABLE, "", 12)));
  }

  @Test
  void hasNothingInAnEmptyFile() throws IOException {
    assertThat(read("")).isEmpty();
    assertThat(read("# nothing\n\n")).isEmpty();
    assertThat(TomlFile.read(Path.of("/dev/null"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[limits                 | line 1",
        "connections             | line 1",
        "a = 1\\nb = on          | line 2, column 5",
        "a = 1\\na = 2           | line 2",
        "a = 'open\\n            | line 1",
        "a = 1\\n\\n  = 3        | line 3, column 1",
      })
  void refusesWhatIsNoToml(String text, String place) {
    assertThatThrownBy(() -> read(text.translateEscapes()))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("config: cannot read '" + file + "' at " + place)
        .hasMessageContaining("kabard config --example")
        .hasMessageNotContaining("\n");
  }

  @Test
  void refusesAKeyThatIsGivenTwiceInTwoWays() {
    assertThatThrownBy(() -> read("\"limits.connections\" = 1\n[limits]\nconnections = 2\n"))
        .hasMessageContaining("limits.connections: is given twice")
        .hasMessageContaining(file + ":");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"listen = [1] | something else", "listen = ['a,b'] | a comma in 'a,b'"})
  void refusesListsOfAnythingButPlainTexts(String text, String why) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll("listen: cannot use a list with", why, file + ":1");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> TomlFile.read(file))
        .hasMessage(
            "config: cannot use '%s', which is not there (expected a file in TOML, see kabard"
                + " config --example)",
            file);
  }

  @Test
  void refusesAFolder() {
    assertThatThrownBy(() -> TomlFile.read(folder)).hasMessageContaining("which is a folder");
  }

  @Test
  void refusesAFileThatCannotBeRead() {
    // The one file that even root cannot read.
    assertThatThrownBy(() -> TomlFile.read(Path.of("/proc/self/mem")))
        .hasMessageContaining("which cannot be read");
  }

  @Test
  void refusesAFileThatIsNotInUtf8() throws IOException {
    Files.write(file, "data = 'caf\u00e9'".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> TomlFile.read(file)).hasMessageContaining("which is not in UTF-8");
  }

  @Test
  void refusesAFileWithoutEnd() {
    assertThatThrownBy(() -> TomlFile.read(Path.of("/dev/zero")))
        .hasMessageContaining("which is longer than 1048576 bytes");
  }

  @Test
  void refusesBracketsWithoutEnd() {
    assertThatThrownBy(() -> read("a = " + "[".repeat(100_000)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(file.toString());
  }

  private Written written(Written.Type type, String text, int line) {
    return new Written(type, text, file + ":" + line);
  }

  private Map<String, Written> read(String text) throws IOException {
    return TomlFile.read(Files.writeString(file, text));
  }
}
