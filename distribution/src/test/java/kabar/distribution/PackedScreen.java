package kabar.distribution;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A terminal with somebody in front of it: a shell with jobs in a pane of tmux, which starts
/// programs of the image. The prompt tells the exit code of the command before it, as in `<0> `.
/// Closing it takes the terminal away from its programs.
///
/// Whoever waits for something is woken by what the programs write.
final class PackedScreen implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Duration QUIET = Duration.ofMillis(500);
  private static final String PROMPT = "<$?> ";

  /// Nothing of the user's settings, and a clipboard that programs may fill.
  private static final String SETTINGS =
      """
      set -g default-terminal tmux-256color
      set -s escape-time 0
      set -s set-clipboard on
      set -g status off
      set -g history-limit 5000
      """;

  private final Path folder;
  private final Map<String, String> environment;
  private final Printed written;
  private final String settings;
  private boolean isClosed;

  private PackedScreen(PackedShell person, int columns, int rows)
      throws IOException, InterruptedException {
    this.folder = Files.createTempDirectory(person.home(), "tmux");
    this.environment = environment(person);
    Files.writeString(folder.resolve("settings"), SETTINGS);
    begin(columns, rows);
    this.written = listen();
    await("<0>");
    this.settings = settings();
  }

  /// A terminal of this size with a shell that has the person's environment. The test is skipped
  /// where there is no tmux.
  static PackedScreen open(PackedShell person, int columns, int rows)
      throws IOException, InterruptedException {
    Programs.require("tmux");
    return new PackedScreen(person, columns, rows);
  }

  private static Map<String, String> environment(PackedShell person) {
    var all = new HashMap<>(Map.of("LC_ALL", "C.UTF-8"));
    all.putAll(person.environment());
    all.values().removeIf(String::isEmpty);
    return Map.copyOf(all);
  }

  private void begin(int columns, int rows) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(List.of("-f", folder.resolve("settings").toString(), "new-session", "-d"));
    command.addAll(List.of("-x", "" + columns, "-y", "" + rows, "-c", folder.toString()));
    command.addAll(List.of("env", "-u", "ENV", "PS1=" + PROMPT, "sh", "-i"));
    tmux(command.toArray(String[]::new));
  }

  private Printed listen() throws IOException, InterruptedException {
    var pipe = folder.resolve("written").toString();
    assertThat(Image.run(folder, environment, "mkfifo", pipe).exitCode()).isZero();
    tmux("pipe-pane", "cat >'" + pipe + "'");
    var printed = new Printed(new FileInputStream(pipe), _ -> {});
    // Whatever the shell wrote before the pipe was there is on the screen only.
    press("Enter");
    return printed;
  }

  /// Gives the shell a command.
  void enter(String command) throws IOException, InterruptedException {
    type(command);
    press("Enter");
  }

  /// Types letters as they are.
  void type(String text) throws IOException, InterruptedException {
    // tmux takes a semicolon at the end for the end of a command.
    tmux("send-keys", "-l", "--", text.replaceFirst(";$", "\\\\;"));
  }

  /// Presses keys by their names in tmux, such as `C-c`, `M-Enter` and `PPage`.
  void press(String... keys) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("send-keys"));
    command.addAll(List.of(keys));
    tmux(command.toArray(String[]::new));
  }

  /// Pastes, in brackets where the program has asked for them.
  void paste(String text) throws IOException, InterruptedException {
    var file = Files.writeString(folder.resolve("pasted"), text);
    tmux("load-buffer", "-b", "pasted", file.toString());
    tmux("paste-buffer", "-p", "-b", "pasted");
  }

  void resize(int columns, int rows) throws IOException, InterruptedException {
    tmux("resize-window", "-x", "" + columns, "-y", "" + rows);
  }

  /// What is on the screen, without blanks at the ends of lines.
  String text() throws IOException, InterruptedException {
    return tmux("capture-pane", "-p");
  }

  /// The lines of the screen, as many as it has rows.
  List<String> rows() throws IOException, InterruptedException {
    return rows(text());
  }

  private static List<String> rows(String screen) {
    return List.of(screen.replaceFirst("\n$", "").split("\n", -1));
  }

  /// The screen with colours and styles as a terminal would be told of them, blanks included.
  String styled() throws IOException, InterruptedException {
    return tmux("capture-pane", "-p", "-e", "-N");
  }

  /// What is in so many columns from the left, cut by the terminal itself, however wide it holds
  /// each character to be. Nothing is written to it in between; then the program hears of two
  /// changes of the size.
  List<String> leftOf(int columns) throws IOException, InterruptedException {
    var width = fact("#{window_width}");
    var rows =
        tmux(
            "resize-window",
            "-x",
            "" + columns,
            ";",
            "capture-pane",
            "-p",
            ";",
            "resize-window",
            "-x",
            width);
    awaitQuiet();
    return rows(rows);
  }

  /// What was copied to the clipboard last.
  String clipboard() throws IOException, InterruptedException {
    return tmux("show-buffer");
  }

  /// What tmux knows of the terminal, in its own words, such as `#{alternate_on}`.
  String fact(String format) throws IOException, InterruptedException {
    return tmux("display-message", "-p", format).strip();
  }

  /// Everything that was written to the terminal, sequences included.
  String written() {
    return written.text();
  }

  /// How the terminal treats what is typed, as stty(1) tells it, without its size.
  private String settings() throws IOException, InterruptedException {
    return run("stty", "-a", "-F", fact("#{pane_tty}"))
        .replaceFirst("rows \\d+; columns \\d+;", "");
  }

  /// The process that the shell has started, if there is one.
  long program() throws IOException, InterruptedException {
    return ProcessHandle.of(Long.parseLong(fact("#{pane_pid}"))).stream()
        .flatMap(ProcessHandle::children)
        .mapToLong(ProcessHandle::pid)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no program runs at:\n" + screen()));
  }

  /// Sends the program a signal, as `kill` does.
  void signal(String name) throws IOException, InterruptedException {
    run("kill", "-" + name, "" + program());
  }

  /// Waits until all these texts are on the screen.
  String await(String... parts) throws IOException, InterruptedException {
    return await(
        screen -> Stream.of(parts).allMatch(screen::contains), String.join("' and '", parts));
  }

  /// Waits until this text is gone from the screen.
  String awaitWithout(String part) throws IOException, InterruptedException {
    return await(screen -> !screen.contains(part), "nothing of " + part);
  }

  /// Waits until the screen is right.
  ///
  /// @param wanted what it should be, for the one who reads that it never was
  String await(Predicate<String> isRight, String wanted) throws IOException, InterruptedException {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (true) {
      int seen = written.text().length();
      var screen = text();
      if (isRight.test(screen)) {
        return screen;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("'%s' did not come on the screen:%n%s".formatted(wanted, screen));
      }
      written.await(seen + 1, UnaryOperator.identity());
    }
  }

  /// Waits until the program has written nothing for a moment.
  void awaitQuiet() throws IOException, InterruptedException {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!written.isSilentFor(QUIET)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it never comes to rest:\n" + text());
      }
    }
  }

  /// Waits until the program has ended and the shell asks again, and checks that the terminal is as
  /// it was before: its own screen, cursor, echo and modes.
  String awaitPrompt(int exitCode) throws IOException, InterruptedException {
    var screen =
        await(
            text -> text.stripTrailing().endsWith("\n<" + exitCode + ">") && isOwnScreen(),
            "<" + exitCode + ">");
    assertThat(fact("#{cursor_flag} #{mouse_any_flag} #{keypad_cursor_flag} #{origin_flag}"))
        .as(screen)
        .isEqualTo("1 0 0 0");
    assertThat(settings()).isEqualTo(settings);
    return screen;
  }

  private boolean isOwnScreen() {
    try {
      return fact("#{alternate_on}").equals("0");
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String screen() {
    try {
      return text();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String tmux(String... command) throws IOException, InterruptedException {
    var line = new ArrayList<>(List.of("tmux", "-u", "-S", folder.resolve("socket").toString()));
    line.addAll(List.of(command));
    return run(line.toArray(String[]::new));
  }

  private String run(String... command) throws IOException, InterruptedException {
    return Operator.done(Image.run(folder, environment, command));
  }

  @Override
  public void close() throws IOException {
    if (!isClosed) {
      isClosed = true;
      try {
        hangUp();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      written.join();
    }
  }

  /// A program that is hung up on still writes down what is to be kept.
  private void hangUp() throws IOException, InterruptedException {
    var programs =
        ProcessHandle.of(Long.parseLong(fact("#{pane_pid}"))).stream()
            .flatMap(ProcessHandle::descendants)
            .toList();
    tmux("kill-server");
    programs.forEach(it -> it.onExit().orTimeout(DEADLINE.toSeconds(), SECONDS).join());
  }
}
