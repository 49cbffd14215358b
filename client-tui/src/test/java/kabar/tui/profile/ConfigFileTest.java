package kabar.tui.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kabar.api.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigFileTest {
  private static final ConfigKey LOCALE = new ConfigKey("", "locale");
  private static final ConfigKey WORK_URL = new ConfigKey("work", "url");
  private static final ConfigKey WORK_USER = new ConfigKey("work", "user");

  @TempDir private Path folder;

  @Test
  void aFileThatIsNotThereSaysNothing() {
    var config = ConfigFile.read(folder.resolve("kabar.toml"));

    assertThat(config.values()).isEmpty();
    assertThat(config.profiles()).isEmpty();
  }

  @Test
  void valuesComeWithTheirLines() throws IOException {
    var config =
        read(
            """
            # mine
            locale = "id"

            [profiles.work] # 9 to 5
            url = "tcp://10.0.0.5:8889"
            user = 'messi'
            """);

    assertThat(config.value(LOCALE)).contains("id");
    assertThat(config.value(WORK_URL)).contains("tcp://10.0.0.5:8889");
    assertThat(config.value(WORK_USER)).contains("messi");
    assertThat(config.profiles()).containsExactly("work");
    assertThat(config.origin(LOCALE)).endsWith("kabar.toml:2");
    assertThat(config.origin(WORK_USER)).endsWith("kabar.toml:6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `locale = "id`                        | :1: no TOML
          `a = "x"\\nb = \\n`                   | :2: no TOML
          `locale = "de"`                       | :1: cannot use 'de' (expected en or id)
          `\\nlocale = 7`                       | :2: cannot use what is written for 'locale'
          `lokale = "id"`                       | :1: there is no setting 'lokale' (expected
          `lokale = "id"`                       | did you mean 'locale'?
          `[profiles.work]\\n\\nurll = "x"`     | :3: there is no setting 'profiles.work.urll'
          `[profiles.work]\\n\\nurll = "x"`     | did you mean 'url'?
          `[profiles.work]\\nurl = "x"`         | :2: cannot use 'x' (expected a URL such as tcp://localhost:8889)
          `[profiles.work]\\nuser = "Messi!"`   | :2: cannot use 'Messi!' (expected 1 to 32 of
          `[profiles."a/b"]\\nurl = "tcp://a"`  | cannot use 'a/b' (expected 1 to 32 of
          `url = "tcp://a"`                     | :1: 'url' stands outside a profile
          `profile = "../x"`                    | :1: cannot use '../x' (expected 1 to 32 of
          """)
  void whatCannotBeUsedIsNamedWithItsLine(String text, String sentence) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("kabar.toml")
        .hasMessageContaining(sentence);
  }

  @Test
  void whatIsNotUtf8IsRefused() throws IOException {
    var file = folder.resolve("kabar.toml");
    Files.write(file, new byte[] {'#', (byte) 0xff});

    assertThatThrownBy(() -> ConfigFile.read(file))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("is not in UTF-8");
  }

  @Test
  void aFolderIsRefused() {
    assertThatThrownBy(() -> ConfigFile.read(folder))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("is a folder");
  }

  @Test
  void aChangeLeavesWhatTheUserWrote() throws IOException {
    var config =
        read(
            """
            # mine
            locale = "id"

            [profiles.home]
            url = "tcp://localhost:8889" # here
            """);

    config.with(new ConfigKey("home", "user"), "messi").with(LOCALE, "en").with(WORK_USER, "leo");

    assertThat(folder.resolve("kabar.toml"))
        .content()
        .isEqualTo(
            """
            # mine
            locale = "en"

            [profiles.home]
            user = "messi"
            url = "tcp://localhost:8889" # here

            [profiles.work]
            user = "leo"
            """);
  }

  @Test
  void aFileIsMadeWithItsFolder() throws IOException {
    var file = folder.resolve("a/b/kabar.toml");

    ConfigFile.read(file).with(WORK_URL, "tcp://10.0.0.5:8889");

    assertThat(file).content().isEqualTo("[profiles.work]\nurl = \"tcp://10.0.0.5:8889\"\n");
    assertThat(ConfigFile.read(file).value(WORK_URL)).contains("tcp://10.0.0.5:8889");
  }

  @Test
  void aValueCanBeTakenAway() throws IOException {
    var config = read("locale = \"id\"\n[profiles.work]\nuser = \"messi\"\n");

    assertThat(config.without(LOCALE).value(LOCALE)).isEmpty();
    assertThat(config.without(WORK_USER).value(WORK_USER)).isEmpty();
  }

  @Test
  void aValueThatTheKeyCannotHaveIsNotWritten() throws IOException {
    var config = read("locale = \"id\"\n");

    assertThatThrownBy(() -> config.with(LOCALE, "fr"))
        .isInstanceOf(SettingsException.class)
        .hasMessage("locale: cannot use 'fr' (expected en or id)");
    assertThat(folder.resolve("kabar.toml")).content().isEqualTo("locale = \"id\"\n");
  }

  @Test
  void aFileWrittenInAnotherWayIsLeftAlone() throws IOException {
    var text = "profiles = { work = { user = \"messi\" } }\n";
    var config = read(text);
    assertThat(config.value(WORK_USER)).contains("messi");

    assertThatThrownBy(() -> config.with(WORK_USER, "leo")).isInstanceOf(SettingsException.class);
    assertThat(folder.resolve("kabar.toml")).content().isEqualTo(text);
  }

  private ConfigFile read(String text) throws IOException {
    var file = folder.resolve("kabar.toml");
    Files.writeString(file, text);
    return ConfigFile.read(file);
  }
}
