package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How the packed client looks: in other languages, charsets, colours and sizes.
final class FullScreenLooksIT {
  private static final Pattern STYLE = Pattern.compile("\u001b\\[([0-9;:]*)m");

  /// Bold, faint, underlined, reverse, and their ends.
  private static final List<String> PLAIN_STYLES =
      List.of("", "0", "1", "2", "4", "7", "22", "24", "27", "39", "49");

  private static final int RESIZES = 50;

  @TempDir Path temporary;

  private Stage stage;

  @BeforeEach
  void begin() throws Exception {
    stage = new Stage(temporary, "--set", "limits.messages=1000");
  }

  @AfterEach
  void end() throws Exception {
    stage.close();
  }

  @Test
  void speaksIndonesianWhereItIsAskedTo() throws Exception {
    var screen = stage.terminal(stage.person("messi"));

    screen.enter("kabar --locale id");

    screen.await("KOTAK MASUK", "DARING tcp", "F1 bantuan");
    screen.press("C-c");
    screen.await("Sekali lagi untuk keluar.");
    assertThat(screen.text()).doesNotContain("ONLINE", "INBOX");
  }

  @Test
  void showsNothingButAsciiInALocaleWithoutMore() throws Exception {
    stage.sender("henderson").send("messi", "naïve 👩‍🚀 日本 │ – ok");
    var screen = stage.client(stage.person("messi").with("LC_ALL", "C"), 80, 24);

    var text = screen.await("naive", "?", "ok");

    assertThat(text).matches(Pattern.compile("[\\n -~]*"));
    assertThat(screen.rows().get(2).charAt(21)).isEqualTo('|');
    screen.press("F1");
    assertThat(screen.await("Help")).matches(Pattern.compile("[\\n -~]*"));
    assertThat(screen.written()).matches(Pattern.compile("(?s)\\p{ASCII}*"));
  }

  @Test
  void hasNoColourWhereNobodyWantsAny() throws Exception {
    stage.sender("henderson").send("messi", "hi");
    var screen = stage.client(stage.person("messi").with("NO_COLOR", "1"), 80, 24);
    screen.await("hi");

    assertThat(styles(screen)).isSubsetOf(PLAIN_STYLES).contains("1");
    for (int i = 0; i < 5; i++) {
      var before = screen.text();
      screen.press("F4");
      screen.await(text -> text.contains("Theme: ") && !text.equals(before), "another theme");
      assertThat(styles(screen)).isSubsetOf(PLAIN_STYLES);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"terminal", "light", "dark", "high-contrast"})
  void hasColoursOfItsTheme(String theme) throws Exception {
    stage.sender("henderson").send("messi", "hi");
    var screen = stage.client(stage.person("messi"), 80, 24, "--theme", theme);
    screen.await("hi");

    assertThat(styles(screen)).anyMatch(style -> style.matches("3[0-8].*|9[0-7]"));
  }

  @Test
  void changesItsThemeAtOnceAndRemembersIt() throws Exception {
    stage.sender("henderson").send("messi", "hi");
    var messi = stage.person("messi");
    var screen = stage.client(messi, 80, 24);
    screen.await("hi");

    screen.enter("/theme mono");
    screen.await("Theme: mono.");
    assertThat(styles(screen)).isSubsetOf(PLAIN_STYLES);
    screen.press("C-d");
    screen.awaitPrompt(0);
    screen.enter("clear; kabar");
    screen.await("ONLINE tcp", "hi");

    assertThat(styles(screen)).isSubsetOf(PLAIN_STYLES);
  }

  @Test
  void refusesAThemeThatIsNotThere() throws Exception {
    var screen = stage.terminal(stage.person("messi"));

    screen.enter("kabar --theme pink");

    assertThat(screen.awaitPrompt(2)).contains("pink", "high-contrast");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"20 5", "49 11", "50 12", "79 24", "80 24", "109 30", "110 30", "250 60"})
  void fitsIntoEachSize(String size) throws Exception {
    stage.sender("henderson").send("messi", "a message");
    var numbers = Stream.of(size.split(" ", 2)).mapToInt(Integer::parseInt).toArray();
    var screen = stage.terminal(stage.person("messi"), numbers[0], numbers[1]);

    screen.enter("kabar");

    screen.await("message", ">");
    assertThat(screen.rows()).hasSize(numbers[1]);
    assertThat(screen.rows().getLast()).startsWith("@he");
  }

  @Test
  void saysSoWhereThereIsNoRoom() throws Exception {
    var screen = stage.client("messi");

    screen.resize(15, 3);

    screen.await(text -> text.replace("\n", " ").contains("Kabar needs"), "why nothing is shown");
    screen.resize(80, 24);
    screen.await("INBOX", "ONLINE tcp");
  }

  @Test
  void isWholeAfterAStormOfSizesAndMessages() throws Exception {
    var seed = System.nanoTime();
    System.out.println("sizes of the seed " + seed);
    var random = new Random(seed);
    var henderson = stage.sender("henderson");
    henderson.send("messi", "number 0");
    var messi = stage.person("messi");
    var screen = stage.client(messi, 80, 24);
    screen.await("number 0");

    for (int i = 1; i <= RESIZES; i++) {
      screen.resize(random.nextInt(20, 251), random.nextInt(5, 61));
      henderson.send("messi", "number " + i + " " + "long ".repeat(random.nextInt(40)));
    }
    screen.resize(100, 30);
    screen.await("INBOX", "number " + RESIZES);
    // Both are to see everything as read.
    screen.await(_ -> isAllRead(messi), "an empty inbox");

    var fresh = stage.client(messi, 100, 30);
    fresh.await("number " + RESIZES, "messi (you)");
    var wanted = withoutTimes(fresh.text());
    screen.await(text -> withoutTimes(text).equals(wanted), wanted);
    assertThat(screen.rows()).hasSize(30);
  }

  private static boolean isAllRead(PackedShell person) {
    try {
      return person.done("inbox", "--json").isBlank();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String withoutTimes(String screen) {
    return screen.replaceAll("(?m) ?[\\d.]+ms", "").replaceAll("\\d\\d:\\d\\d", "00:00");
  }

  private static List<String> styles(PackedScreen screen) throws Exception {
    return STYLE
        .matcher(screen.styled())
        .results()
        .flatMap(found -> numbers(found.group(1)))
        .distinct()
        .toList();
  }

  /// A colour of 256 or 16 million is one style.
  private static Stream<String> numbers(String style) {
    var joined = style.replaceAll("\\b([34]8);(2;\\d+;\\d+;\\d+|5;\\d+)", "$1");
    return Stream.of(joined.split(";", -1));
  }
}
