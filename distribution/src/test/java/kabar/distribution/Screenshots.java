package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Makes the pictures of the client in docs/screenshots. No test of the build: the script there
/// runs
/// it and tells where the pictures go.
final class Screenshots {
  private static final SvgScreen LIGHT = new SvgScreen("#1f2328", "#ffffff", 80, 24);
  private static final SvgScreen DARK = new SvgScreen("#d8dee6", "#14181d", 120, 40);

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
  void talk() throws Exception {
    var messi = coloured("messi");
    var henderson = stage.client("henderson");
    var screen = stage.client(messi, DARK.columns(), DARK.rows(), "--theme", "dark");
    dialogue(screen, henderson);
    henderson.type("one moment");
    screen.await("henderson is typing");

    save("talk-120x40-dark.svg", DARK, screen);
  }

  @Test
  void small() throws Exception {
    var messi = coloured("messi");
    var henderson = stage.client("henderson");
    var screen = stage.client(messi, LIGHT.columns(), LIGHT.rows(), "--theme", "light");
    dialogue(screen, henderson);

    save("talk-80x24-light.svg", LIGHT, screen);
  }

  private PackedShell coloured(String name) throws Exception {
    return stage.person(name).with("COLORTERM", "truecolor");
  }

  /// What two of the demo's users say, and a third one elsewhere.
  private void dialogue(PackedScreen messi, PackedScreen henderson) throws Exception {
    say(henderson, "/msg messi can you look at the release notes?", messi);
    say(henderson, "https://example.org/r/1.4", messi);
    say(
        henderson,
        "long lines wrap under the text column, never under the time or the name, and the text"
            + " column is capped at 90 cells even where a terminal has 300 columns",
        messi);
    messi.await("@henderson>");
    say(messi, "on it 👍", henderson);
    say(messi, "does the tcp plugin still speak `inbox`?", henderson);
    say(henderson, "yes: echo inbox TOKEN | nc localhost 8889", messi);
    say(messi, "selesai, terima kasih! ✅ 日本語 too", henderson);
    stage.sender("lineker").send("messi", "lunch at noon?");
    // All is read but what was not seen, and all that is told has come.
    messi.await("@1 elsewhere", "3/3", "ms │", "✓");
    messi.await(text -> text.lines().anyMatch(row -> row.matches(" INBOX +@1 *│.*")), "one new");
  }

  private static void say(PackedScreen from, String line, PackedScreen to) throws Exception {
    from.enter(line);
    var end = line.substring(line.lastIndexOf(' ') + 1);
    from.await(end);
    to.await(end);
  }

  private static void save(String name, SvgScreen form, PackedScreen screen) throws Exception {
    screen.awaitQuiet();
    var folder = Path.of(System.getProperty("kabar.screenshots"));
    var file = Files.writeString(folder.resolve(name), form.draw(screen.styled()));
    assertThat(file).isNotEmptyFile();
  }
}
