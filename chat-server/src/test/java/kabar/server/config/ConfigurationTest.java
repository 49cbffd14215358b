package kabar.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kabar.api.Form;
import kabar.api.Option;
import kabar.api.ProviderException;
import kabar.api.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationTest {
  private static final Option<List<String>> GUESTS =
      Option.of("guests", Form.list("names"), List.of("messi", "pele"), "Who comes");
  private static final Option<Boolean> FRESH =
      Option.of("fresh", Form.flag(), true, "Whether it is of today");
  private static final Option<Integer> CUPS =
      Option.of("cups", Form.wholeNumber(1, 9), 2, "How many").orElse(3, "one a guest");
  private static final Option<String> SORT =
      Option.of("sort", Form.text("a sort"), "green \"tea\"", "Which");
  private static final Option<String> RECIPE =
      Option.of("recipe", Form.text("words"), "water", "What nobody else knows").secret();

  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, Written> flags = new HashMap<>();

  @TempDir private Path folder;

  @Test
  void hasTheDefaultsWhereNothingIsWritten() throws IOException {
    var tea = configuration("").section("tea");

    assertThat(tea.get(CUPS)).isEqualTo(3);
    assertThat(tea.get(SORT)).isEqualTo("green \"tea\"");
  }

  @Test
  void holdsWhatIsHighest() throws IOException {
    environment.put("KABAR_TEA_SORT", "red");
    environment.put("KABAR_TEA_CUPS", "5");
    flags.put("tea.cups", Written.plain("6", "--set"));

    var configuration = configuration("fresh = false\n[tea]\ncups = 4\nsort = 'black'");

    assertThat(configuration.section().get(FRESH)).isFalse();
    assertThat(configuration.section("tea").get(SORT)).isEqualTo("red");
    assertThat(configuration.section("tea").get(CUPS)).isEqualTo(6);
  }

  @Test
  void asksOneOptionBeforeTheOthersAreKnown() throws IOException {
    environment.put("KABAR_GUESTS", "a, b");
    var sources = sources("fresh = false\nguests = ['c']");

    assertThat(sources.peek(GUESTS)).containsExactly("a", "b");
    assertThat(sources.peek(FRESH)).isFalse();
    assertThat(sources.peek(Option.of("other", Form.flag(), true, ""))).isTrue();
  }

  @Test
  void refusesWhatIsOverriddenToo() {
    flags.put("tea.cups", Written.plain("6", "--set"));

    assertThatThrownBy(() -> configuration("[tea]\ncups = 40"))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "tea.cups: cannot use the number 40 from %s:2 (expected a whole number, 1..9)", file());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          tea.cups = '4'        | tea.cups: cannot use the text '4' from    | (expected a whole number, 1..9)
          tea.cups = 1.5        | tea.cups: cannot use the number 1.5 from  | (expected a whole number, 1..9)
          tea.cups = true       | tea.cups: cannot use true from            | (expected a whole number, 1..9)
          tea.cups = {}         | tea.cups: cannot use a table from         | (expected a whole number, 1..9)
          tea.cups.big = 1      | tea.cups: cannot use a table from         | (expected a whole number, 1..9)
          tea.cups = []         | tea.cups: cannot use a list from          | (expected a whole number, 1..9)
          tea.sort = 2026-11-22 | tea.sort: cannot use the date 2026-11-22  | (expected a sort)
          fresh = 'true'        | fresh: cannot use the text 'true' from    | (expected true or false)
          guests = 'messi'      | guests: cannot use the text 'messi' from  | (expected a list of names)
          tea = 3               | tea: cannot use the number 3 from         | (expected a table with cups, sort, recipe)
          tea.cup = 3           | tea.cup: unknown setting from             | (did you mean tea.cups?)
          tae.cups = 3          | tae.cups: unknown setting from            | (did you mean tea.cups?)
          tea.temperature = 3   | tea.temperature: unknown setting from     | (in tea there are: cups, sort, recipe)
          cups = 3              | cups: unknown setting from                | (did you mean tea.cups?)
          weather.rain = 3      | weather.rain: unknown setting from        | (there are the tables tea, tea.b+c)
          weather = {}          | weather: unknown setting from             | (there are the tables tea, tea.b+c)
          """)
  void refusesWhatNoOptionTakes(String text, String found, String right) {
    assertThatThrownBy(() -> configuration(text))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(found)
        .hasMessageContaining(file() + ":1 ")
        .hasMessageEndingWith(right);
  }

  @Test
  void takesAnEmptyTable() throws IOException {
    assertThat(configuration("[tea]\n[tea.'b+c']").hasSection("tea")).isFalse();
  }

  @Test
  void namesTheVariableThatCannotBeUsed() {
    environment.put("KABAR_TEA_CUPS", "many");

    assertThatThrownBy(() -> configuration(""))
        .hasMessageStartingWith("tea.cups: cannot use 'many' from KABAR_TEA_CUPS (expected");
  }

  @Test
  void readsOnlyTheFileThatIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("kabar"));
    Files.writeString(folder.resolve("kabar/kabard.toml"), "fresh = false");
    var named = Files.writeString(file(), "[tea]\ncups = 7");
    environment.put("XDG_CONFIG_HOME", folder.toString());
    environment.put("KABAR_CONFIG", named.toString());

    var byVariable = new Configuration(new Sources("", environment, flags), catalogue());
    assertThat(byVariable.section().get(FRESH)).isTrue();
    assertThat(byVariable.section("tea").get(CUPS)).isEqualTo(7);

    var byFlag = new Configuration(new Sources("/dev/null", environment, flags), catalogue());
    assertThat(byFlag.section("tea").get(CUPS)).isEqualTo(3);
  }

  @Test
  void refusesASecretThatOthersMayRead() throws IOException {
    var text = "tea.recipe = 'boil'";
    assertThat(configuration(text).section("tea").get(RECIPE)).isEqualTo("boil");
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> new Configuration(sourcesOfFile(), catalogue()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll("tea.recipe", "chmod 600 '" + file() + "'");
  }

  @Test
  void neverShowsASecret() throws IOException {
    var configuration = configuration("tea.recipe = 'boil'");

    assertThat(ConfigurationText.effective(configuration))
        .contains("recipe = \"(hidden)\"  # from %s:1".formatted(file()))
        .noneMatch(line -> line.contains("boil"));
    assertThatThrownBy(() -> configuration("tea.recipe = ['boil']"))
        .hasMessageContaining("tea.recipe: cannot use")
        .hasMessageNotContaining("boil");
  }

  @Test
  void isPrintedWithTheOriginOfEachValue() throws IOException {
    environment.put("KABAR_GUESTS", "a,b");
    flags.put("tea.b+c.fresh", Written.plain("false", "--set"));

    assertThat(ConfigurationText.effective(configuration("[tea]\nsort = '''\\'''")))
        .containsExactly(
            "guests = [\"a\", \"b\"]  # from KABAR_GUESTS",
            "fresh = true  # default",
            "",
            "[tea]",
            "cups = 3  # default: one a guest",
            "sort = \"\\\\\"  # from %s:2".formatted(file()),
            "recipe = \"(hidden)\"  # default",
            "",
            "[tea.\"b+c\"]",
            "fresh = false  # from --set");
  }

  @Test
  void isTheSameWhenItIsReadFromWhatWasPrinted() throws IOException {
    environment.put("KABAR_GUESTS", "a");
    environment.put("KABAR_TEA_SORT", "\u0007 \u007f \u00e9 \ud83c\udf75 \\ \"");
    var printed = ConfigurationText.effective(configuration("tea.cups = 9"));
    environment.clear();

    assertThat(values(configuration(String.join("\n", printed))))
        .startsWith(
            "guests = [\"a\"]",
            "fresh = true",
            "",
            "[tea]",
            "cups = 9",
            "sort = \"\\u0007 \\u007F \u00e9 \ud83c\udf75 \\\\ \\\"\"");
  }

  @Test
  void hasTheDefaultsInTheExampleAsItIsAndUncommented() throws IOException {
    var example = ConfigurationText.example(catalogue());
    var uncommented = example.stream().map(line -> line.replaceFirst("^#(?! |$)", "")).toList();
    assertThat(uncommented)
        .isNotEqualTo(example)
        .contains("cups = 3", "guests = [\"messi\", \"pele\"]");

    for (var text : List.of(example, uncommented)) {
      var configuration = configuration(String.join("\n", text));
      assertThat(values(configuration)).isEqualTo(values(configuration("")));
      assertThat(configuration.section("tea").get(RECIPE)).isEqualTo("water");
    }
  }

  @Test
  void theExampleSaysWhatEachOptionIs() {
    var lengthy = Option.of("long", Form.text("word ".repeat(30) + "end"), "", "Long");
    var example = ConfigurationText.example(catalogue().add(List.of(lengthy), "last"));

    assertThat(example)
        .containsSubsequence(
            "[tea]",
            "# How many.",
            "# Expected: a whole number, 1..9. Default: one a guest.",
            "#cups = 3",
            "[tea.\"b+c\"]",
            "[last]",
            "# Long.")
        .allMatch(line -> line.length() <= 100)
        .endsWith("#long = \"\"");
  }

  @Test
  void refusesAnOptionThatIsListedTwice() {
    var twice = List.<Option<?>>of(CUPS, CUPS);

    assertThatThrownBy(() -> new Catalogue().add(twice, "tea"))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("tea.cups: is listed twice");
  }

  private static Catalogue catalogue() {
    return new Catalogue()
        .add(List.of(GUESTS, FRESH))
        .add(List.of(CUPS, SORT, RECIPE), "tea")
        .add(List.of(FRESH), "tea", "b+c");
  }

  /// The lines of the effective configuration without their origins.
  private static List<String> values(Configuration configuration) {
    var lines = new ArrayList<>(ConfigurationText.effective(configuration));
    lines.replaceAll(line -> line.replaceFirst("  # .*", ""));
    return lines;
  }

  private Configuration configuration(String file) throws IOException {
    return new Configuration(sources(file), catalogue());
  }

  private Sources sources(String text) throws IOException {
    Files.writeString(file(), text);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
    return sourcesOfFile();
  }

  private Sources sourcesOfFile() {
    return new Sources(file().toString(), environment, flags);
  }

  private Path file() {
    return folder.resolve("test.toml");
  }
}
