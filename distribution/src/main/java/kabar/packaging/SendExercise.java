package kabar.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A client that sends a message, as scripts do most often, to a demo server of the same image.
/// Before that it has logged in, without notes being taken.
final class SendExercise implements Exercise {
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
    return Map.of("XDG_CONFIG_HOME", data.toString(), "XDG_STATE_HOME", data.toString());
  }

  @Override
  public List<String> options(Path data) {
    return List.of("send", "messi", "apa kabar?");
  }

  @Override
  public void run(Process process, Path output) throws IOException, InterruptedException {
    if (!process.waitFor(DEADLINE_SECONDS, SECONDS) || process.exitValue() != 0) {
      throw new IOException("nothing could be sent");
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.destroy();
      server.onExit().join();
    }
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
