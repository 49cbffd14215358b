package kabar.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A client that shows the chat on the full screen and sends a message, at a demo server of the
/// same image. Before that it has logged in, without notes being taken.
///
/// `script` is its terminal; where that is missing, it only sends a message, as scripts do.
final class ChatExercise implements Exercise {
  private static final Path SCRIPT = Path.of("/usr/bin/script");
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final String TO_HIMSELF = "/msg messi apa kabar?\r";
  /// Leaves. Whether the outbox is empty is known a moment after the tick is shown: before that the
  /// program asks whether to leave all the same.
  private static final String LEAVE = "\u0004y";
  private static final int DEADLINE_SECONDS = 120;

  private @Nullable Process server;

  @Override
  public void prepare(Path image, Path data) throws IOException, InterruptedException {
    var output = data.resolve("server.txt");
    var command = new ArrayList<>(List.of(image.resolve("bin/kabard").toString()));
    command.addAll(new ServerExercise().options(data.resolve("server")));
    var started = start(command, data, output);
    server = started;
    var url = "tcp://127.0.0.1:" + ServerExercise.awaitPort(started, output);
    logIn(image, data, url);
  }

  @Override
  public Map<String, String> environment(Path data) {
    return Map.of(
        "XDG_CONFIG_HOME",
        data.toString(),
        "XDG_STATE_HOME",
        data.toString(),
        "TERM",
        "xterm-256color",
        "LC_ALL",
        "C.UTF-8");
  }

  @Override
  public List<String> options(Path data) {
    return List.of("send", "messi", "apa kabar?");
  }

  @Override
  public List<String> command(Path program, Path data) {
    if (!Files.isExecutable(SCRIPT)) {
      return Exercise.super.command(program, data);
    }
    // With an option: then it reads a command line, which knows of all commands.
    var shown = "stty rows 24 cols 80; exec '%s' --profile default".formatted(program);
    return List.of(SCRIPT.toString(), "-qefc", shown, "/dev/null");
  }

  @Override
  public void run(Process process, Path output) throws IOException, InterruptedException {
    if (Files.isExecutable(SCRIPT)) {
      await(process, output, "● ONLINE");
      type(process, TO_HIMSELF);
      await(process, output, "✓");
      type(process, LEAVE);
    }
    if (!process.waitFor(DEADLINE_SECONDS, SECONDS) || process.exitValue() != 0) {
      throw new IOException("it did not end well");
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.destroy();
      server.onExit().join();
    }
  }

  private static void type(Process process, String text) throws IOException {
    process.getOutputStream().write(text.getBytes(UTF_8));
    process.getOutputStream().flush();
  }

  private static void await(Process process, Path output, String words)
      throws IOException, InterruptedException {
    var deadline = System.nanoTime() + SECONDS.toNanos(DEADLINE_SECONDS);
    while (!shown(output).contains(words)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IOException("it did not show " + words);
      }
      // A file has nothing to wait for.
      Thread.sleep(PAUSE);
    }
  }

  /// It may end in the middle of a character.
  private static String shown(Path output) throws IOException {
    return new String(Files.readAllBytes(output), UTF_8);
  }

  private void logIn(Path image, Path data, String url) throws IOException, InterruptedException {
    var output = data.resolve("login.txt");
    var program = image.resolve("bin/kabar").toString();
    var login = start(List.of(program, "login", url, "messi", "--password-stdin"), data, output);
    try (var typed = login.getOutputStream()) {
      typed.write("surabaya\n".getBytes(UTF_8));
    }
    if (!login.waitFor(DEADLINE_SECONDS, SECONDS) || login.exitValue() != 0) {
      throw new IOException("nobody could log in: " + Files.readString(output));
    }
  }

  private Process start(List<String> command, Path data, Path output) throws IOException {
    var builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment(data));
    return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }
}
