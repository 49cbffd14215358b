package kabar.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TtyDeviceTest {
  private static final String GUEST =
      "exec %s --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 -cp '%s' %s"
          .formatted(
              Path.of(System.getProperty("java.home"), "bin", "java"),
              System.getProperty("java.class.path"),
              Guest.class.getName());

  @TempDir private Path folder;
  private Pane pane;

  @BeforeEach
  void openTerminal() throws Exception {
    pane = Pane.open(60, 12);
    Files.writeString(folder.resolve("guest"), GUEST);
    Files.writeString(folder.resolve("script"), "sh ./guest; exit $?");
    pane.enter("cd " + folder + "; stty -a >before; tty >tty; clear");
  }

  @AfterEach
  void closeTerminal() throws Exception {
    pane.close();
  }

  @Test
  void refusesATerminalWithoutAFullScreen() {
    assertThatThrownBy(() -> TtyDevice.open(Map.of("TERM", "dumb"), _ -> {}, _ -> {}, () -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("TERM");
  }

  @Test
  void takesTheWholeScreenAndEveryByte() throws Exception {
    begin();

    var modes = modes();
    assertThat(pane.fact("#{alternate_on}")).isEqualTo("1");
    assertThat(modes)
        .contains("-icanon", "-echo ", "-isig", "-iexten", "-ixon", "-icrnl")
        .contains("min = 1; time = 0");
  }

  @Test
  void paintsTheLastCellOfTheScreenWithoutScrolling() throws Exception {
    begin();

    var lines = pane.screen().lines().toList();

    assertThat(lines.getFirst()).isEqualTo("guest 60x12");
    assertThat(lines.getLast()).isEqualTo("~".repeat(60));
    assertThat(pane.fact("#{cursor_x},#{cursor_y},#{cursor_flag}")).isEqualTo("2,3,1");
  }

  @Test
  void isToldEveryNewSize() throws Exception {
    begin();

    pane.resize(100, 30);
    pane.awaitScreen("guest 100x30");
    pane.resize(20, 5);

    var lines = pane.awaitScreen("guest 20x5").lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.getLast()).isEqualTo("~".repeat(20));
  }

  @Test
  void leavesNoTraceOfClustersWhoseWidthIsInDoubt() throws Exception {
    begin();

    pane.type("w");
    pane.awaitScreen("last w");
    assertThat(pane.screen()).contains("✅", "e\u0301");
    pane.type("v");
    var screen = pane.awaitScreen("last v");

    assertThat(screen.lines().toList().get(2)).isEqualTo("         |");
  }

  @Test
  void namesTheWindow() throws Exception {
    begin();

    pane.type("t");
    pane.awaitScreen("last t");

    assertThat(pane.fact("#{pane_title}")).isEqualTo("Kabar of the guest");
  }

  @Test
  void endsInGoodOrderWhenTheTerminalGoes() throws Exception {
    pane.enter("trap '' HUP; sh ./guest; exit");
    pane.awaitScreen("guest 60x12");
    var guest = guest();

    pane.close();

    assertThat(guest.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
    assertThat(folder.resolve("said")).hasContent("ended after nothing");
  }

  @Nested
  final class LeavesTheTerminalAsItWas {
    @Test
    void whenItEnds() throws Exception {
      begin();

      pane.type("q");

      assertThat(pane.awaitScreen("code 0")).contains("ended after q");
      assertUntouched();
    }

    @Test
    void whenAnExceptionFlies() throws Exception {
      begin();

      pane.type("x");

      assertThat(pane.awaitScreen("code 1")).contains("let fly");
      assertUntouched();
    }

    @Test
    void onSigterm() throws Exception {
      begin();

      kill("TERM");

      pane.awaitScreen("code 143");
      assertUntouched();
    }

    @Test
    void onSighup() throws Exception {
      begin();

      kill("HUP");

      pane.awaitScreen("code 129");
      assertUntouched();
    }

    @Test
    void onSigint() throws Exception {
      begin();

      kill("INT");

      pane.awaitScreen("code 130");
      assertUntouched();
    }
  }

  @Nested
  final class StopsAndGoesOn {
    @Test
    void whenItIsToldToByItsUser() throws Exception {
      begin();

      pane.type("z");
      pane.awaitScreen("Stopped");
      assertUntouched();
      pane.enter("clear; fg");

      assertTaken("last z");
    }

    @Test
    void whenOthersStopIt() throws Exception {
      begin();

      kill("TSTP");
      pane.awaitScreen("Stopped");
      assertUntouched();
      pane.enter("clear; fg");

      assertTaken("last nothing");
    }

    @Test
    void togetherWithTheScriptThatStartedIt() throws Exception {
      pane.enter("sh ./script");
      pane.awaitScreen("guest 60x12");

      pane.type("z");
      pane.awaitScreen("Stopped");
      pane.enter("clear; fg");

      assertTaken("last z");
    }

    @Test
    void asOftenAsItsUserLikes() throws Exception {
      begin();

      for (int round = 0; round < 3; round++) {
        pane.type("z");
        pane.awaitScreen("Stopped");
        pane.enter("clear; fg");
        assertTaken("last z");
      }
      pane.type("q");

      pane.awaitScreen("ended after q");
      assertUntouched();
    }

    @Test
    void whenItCouldNotGiveTheTerminalBackBefore() throws Exception {
      begin();

      kill("STOP");
      pane.awaitScreen("Stopped");
      pane.enter("stty sane; clear; fg");

      assertTaken("last nothing");
    }

    @Test
    void inTheSizeThatTheTerminalHasByThen() throws Exception {
      begin();

      pane.type("z");
      pane.awaitScreen("Stopped");
      pane.resize(70, 20);
      pane.enter("clear; fg");

      pane.awaitScreen("guest 70x20");
    }

    @Test
    void butNotWhereNobodyCouldLetItGoOn() throws Exception {
      pane.enter("exec sh ./guest");
      pane.awaitScreen("guest 60x12");

      pane.type("z");

      assertTaken("last z");
    }
  }

  @Nested
  final class LendsTheTerminal {
    @Test
    void asItWasToAProgramWhichGetsEveryKey() throws Exception {
      begin();

      pane.type("e");
      assertThat(pane.awaitScreen("editing")).contains(" icanon", " echo ");
      assertThat(pane.fact("#{alternate_on}")).isEqualTo("0");
      pane.enter("typed by the user");

      assertTaken("last editor 7");
    }

    @Test
    void andLivesOnWhenThatProgramIsInterrupted() throws Exception {
      begin();

      pane.type("e");
      pane.awaitScreen("editing");
      pane.press("C-c");

      assertTaken("last editor 130");
    }

    @Test
    void andStopsTogetherWithThatProgram() throws Exception {
      begin();

      pane.type("e");
      pane.awaitScreen("editing");
      pane.press("C-z");
      pane.awaitScreen("Stopped");
      pane.enter("clear; fg");
      pane.enter("done");

      assertTaken("last editor 7");
    }
  }

  /// Starts the guest from the shell, which prints its exit code after it.
  private void begin() throws Exception {
    pane.enter("sh ./guest; echo code $?");
    pane.awaitScreen("guest 60x12");
  }

  private void kill(String signal) throws Exception {
    var pid = "" + guest().pid();
    assertThat(new ProcessBuilder("kill", "-s", signal, pid).start().waitFor()).isZero();
  }

  private ProcessHandle guest() throws Exception {
    var pid = Long.parseLong(Files.readString(folder.resolve("pid")));
    return ProcessHandle.of(pid).orElseThrow();
  }

  private String modes() throws Exception {
    var tty = Files.readString(folder.resolve("tty")).strip();
    var stty = new ProcessBuilder("stty", "-a", "-F", tty).start();
    return new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /// The shell has its own screen, with the modes from before.
  private void assertUntouched() throws Exception {
    assertThat(pane.fact("#{alternate_on}")).isEqualTo("0");
    assertThat(pane.fact("#{cursor_flag}")).isEqualTo("1");
    pane.enter("stty -a >after; echo compared");
    // The prompt may come after the command was typed, and is then before what it says.
    pane.awaitScreen(screen -> screen.lines().anyMatch(row -> row.matches("(\\$ )?compared")));
    assertThat(folder.resolve("after")).hasSameTextualContentAs(folder.resolve("before"));
  }

  private void assertTaken(String shown) throws Exception {
    pane.awaitScreen(screen -> screen.startsWith("guest ") && screen.contains(shown));
    assertThat(pane.fact("#{alternate_on}")).isEqualTo("1");
    assertThat(modes()).contains("-icanon", "-echo ", "-isig");
  }
}
