package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The packed client takes the whole screen of a real terminal, and gives it back on every way out.
final class FullScreenIT {
  private static final int BORDER = 21;

  @TempDir Path temporary;

  private Stage stage;

  @BeforeEach
  void begin() throws Exception {
    stage = new Stage(temporary);
  }

  @AfterEach
  void end() throws Exception {
    stage.close();
  }

  @Test
  void showsThreePanelsAndQuits() throws Exception {
    var screen = stage.client("messi");

    var rows = screen.rows();
    screen.enter("/quit");

    assertThat(rows).hasSize(Stage.ROWS);
    assertThat(rows.get(1)).startsWith(" INBOX").matches(row -> row.charAt(BORDER) == '│');
    assertThat(rows).anyMatch(row -> row.startsWith(" ONLINE "));
    assertThat(rows.get(Stage.ROWS - 3)).contains("ONLINE tcp", "messi");
    screen.awaitPrompt(0);
  }

  @Test
  void asksNothingOfTheTerminalThatItDoesNotGiveBack() throws Exception {
    var screen = stage.client("messi");

    assertThat(screen.fact("#{alternate_on}")).isEqualTo("1");
    screen.press("C-d");

    screen.awaitPrompt(0);
    for (var mode : new String[] {"1049", "2004", "1004"}) {
      assertThat(count(screen.written(), "\u001b[?" + mode + "h"))
          .isEqualTo(count(screen.written(), "\u001b[?" + mode + "l"));
    }
    assertThat(screen.written()).endsWith("<0> ");
  }

  @Test
  void leavesTheShellsOwnLinesAsTheyWere() throws Exception {
    var screen = stage.terminal(stage.person("messi"));
    screen.enter("echo this was here before");
    screen.enter("kabar");
    screen.await("ONLINE tcp");

    screen.press("C-d");

    assertThat(screen.awaitPrompt(0)).contains("this was here before");
  }

  @Test
  void quitsWhenCtrlCIsPressedTwice() throws Exception {
    var screen = stage.client("messi");

    screen.press("C-c");
    screen.await("Once more quits.");
    screen.press("C-c");

    screen.awaitPrompt(0);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"TERM, 143", "HUP, 129", "INT, 130"})
  void givesTheTerminalBackWhenASignalEndsIt(String signal, int exitCode) throws Exception {
    var screen = stage.client("messi");

    screen.signal(signal);

    screen.awaitPrompt(exitCode);
  }

  @Test
  void keepsADraftWhenItIsEnded() throws Exception {
    var messi = stage.person("messi");
    var screen = stage.client(messi, Stage.COLUMNS, Stage.ROWS);
    screen.enter("/msg henderson");
    screen.await("@henderson>");
    screen.type("half a thought");
    screen.await("@henderson> half a thought");

    screen.signal("TERM");
    screen.awaitPrompt(143);
    screen.enter("kabar");
    screen.await("ONLINE tcp");
    screen.enter("/msg henderson");

    screen.await("@henderson> half a thought");
  }

  @Test
  void stopsAndGoesOnLikeAnyProgramOfAShell() throws Exception {
    var screen = stage.client("messi");

    screen.press("C-z");
    screen.await(text -> text.contains("Stopped") && text.contains("\n<"), "a stopped job");
    assertThat(screen.fact("#{alternate_on} #{cursor_flag}")).isEqualTo("0 1");
    screen.enter("echo meanwhile");
    screen.await("\nmeanwhile\n");
    screen.enter("fg");
    screen.await("INBOX", "ONLINE tcp");

    assertThat(screen.fact("#{alternate_on}")).isEqualTo("1");
    screen.press("C-d");
    screen.awaitPrompt(0);
  }

  @Test
  void givesTheTerminalToTheEditorAndTakesWhatItWrote() throws Exception {
    var editor =
        Files.writeString(
            temporary.resolve("edit"),
            "#!/bin/sh\nread -r line </dev/tty\nprintf 'first %s\\nsecond\\n' \"$line\" >\"$1\"\n");
    assertThat(editor.toFile().setExecutable(true)).isTrue();
    var screen = stage.client(stage.person("messi").with("EDITOR", editor.toString()), 80, 24);
    screen.enter("/msg henderson");
    screen.await("@henderson>");

    screen.press("M-e");
    screen.awaitWithout("INBOX");
    assertThat(screen.fact("#{alternate_on}")).isEqualTo("0");
    screen.enter("typed in the editor");

    screen.await("@henderson> first typed in the editor", "second", "INBOX");
    screen.press("Enter");
    screen.await("messi", "✓", "first typed in the editor");
  }

  @Test
  void paintsAnewWhatAnotherProgramHasPaintedOver() throws Exception {
    var screen = stage.client("messi");
    screen.await("ms │", "1/3");
    var before = screen.text();
    Files.writeString(Path.of(screen.fact("#{pane_tty}")), "\u001b[2J\u001b[Hwall");
    screen.await(text -> text.startsWith("wall"), "what another has painted");

    screen.press("C-l");

    screen.await(text -> withoutTimes(text).equals(withoutTimes(before)), before);
  }

  @Test
  void talksInLinesWhereTheTerminalCannotMoveItsCursor() throws Exception {
    var screen = stage.terminal(stage.person("messi"));

    screen.enter("TERM=dumb kabar");
    screen.await("Plain mode", "\n>");
    screen.enter("/msg henderson in lines");
    screen.await("\nhenderson>");
    screen.enter("/quit");

    screen.awaitPrompt(0);
    assertThat(screen.written()).doesNotContain("\u001b[");
  }

  @Test
  void talksInLinesInAPipe() throws Exception {
    var messi = stage.person("messi");

    var said = messi.giveWithInput("/msg henderson from a pipe\n/quit\n", "--plain");

    assertThat(said.output()).doesNotContain("\u001b");
    assertThat(said.exitCode()).isZero();
    assertThat(stage.person("henderson").done("history", "messi")).contains("from a pipe");
  }

  private static String withoutTimes(String screen) {
    return screen.replaceAll("[\\d.]+ms", "ms");
  }

  private static long count(String text, String part) {
    return Pattern.compile(part, Pattern.LITERAL).matcher(text).results().count();
  }
}
