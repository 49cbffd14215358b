package kabar.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A real terminal, of tmux, with a shell in it.
final class Pane {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final Path socket = Files.createTempDirectory("kabar-pane").resolve("tmux");
  private boolean isClosed;

  /// @param environment what the shell has beside a path
  private Pane(int columns, int rows, Map<String, String> environment)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>(List.of("-f", "/dev/null", "new-session", "-d"));
    command.addAll(List.of("-x", "" + columns, "-y", "" + rows));
    environment.forEach((name, value) -> command.addAll(List.of("-e", name + "=" + value)));
    command.addAll(List.of("env", "PS1=$ ", "sh", "-i"));
    tmux(command.toArray(String[]::new));
    awaitScreen(screen -> screen.startsWith("$"));
  }

  /// One of this size; the test is skipped where there is no tmux.
  static Pane open(int columns, int rows) throws IOException, InterruptedException {
    requireTmux();
    return new Pane(columns, rows, Map.of("LC_ALL", "C.UTF-8"));
  }

  private static void requireTmux() {
    boolean isThere =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tmux")));
    if (!isThere && "1".equals(System.getenv("KABAR_ALL_TESTS"))) {
      fail("this machine has no tmux, and KABAR_ALL_TESTS=1 says that nothing may be skipped");
    }
    if (!isThere) {
      abort("this machine has no tmux");
    }
  }

  /// Types a line into the shell.
  void enter(String line) throws IOException, InterruptedException {
    type(line);
    press("Enter");
  }

  void type(String text) throws IOException, InterruptedException {
    tmux("send-keys", "-l", text);
  }

  /// Presses keys by their names in tmux.
  void press(String... keys) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("send-keys"));
    command.addAll(List.of(keys));
    tmux(command.toArray(String[]::new));
  }

  void resize(int columns, int rows) throws IOException, InterruptedException {
    tmux("resize-window", "-x", "" + columns, "-y", "" + rows);
  }

  /// What the pane shows, without blanks at the ends of lines.
  String screen() throws IOException, InterruptedException {
    return tmux("capture-pane", "-p");
  }

  /// What tmux knows of the pane, in its own words, such as `#{alternate_on}`.
  String fact(String format) throws IOException, InterruptedException {
    return tmux("display-message", "-p", format).strip();
  }

  String awaitScreen(String part) throws IOException, InterruptedException {
    return awaitScreen(screen -> screen.contains(part));
  }

  String awaitScreen(Predicate<String> isRight) throws IOException, InterruptedException {
    long end = System.nanoTime() + DEADLINE.toNanos();
    var screen = screen();
    while (!isRight.test(screen)) {
      if (System.nanoTime() > end) {
        fail("the screen stayed like this:\n" + screen);
      }
      screen = screen();
    }
    return screen;
  }

  private String tmux(String... command) throws IOException, InterruptedException {
    var line = new ArrayList<>(List.of("tmux", "-S", socket.toString()));
    line.addAll(List.of(command));
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().remove("TMUX");
    var process = builder.start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(line + ": " + said).isZero();
    return said;
  }

  /// Takes the terminal away from its programs and waits for them: some still write down what is to
  /// be kept. Harmless twice.
  void close() throws IOException, InterruptedException {
    if (!isClosed) {
      isClosed = true;
      var programs =
          ProcessHandle.of(Long.parseLong(fact("#{pane_pid}"))).stream()
              .flatMap(ProcessHandle::descendants)
              .toList();
      tmux("kill-server");
      programs.forEach(it -> it.onExit().orTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS).join());
      Files.deleteIfExists(socket);
      Files.delete(socket.getParent());
    }
  }
}
