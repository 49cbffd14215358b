package kabar.distribution;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kabar.testkit.transcript.Terminal;

/// `kabar` from the image, with the test at its terminal or at the ends of its pipes. Closing it
/// kills it.
final class PackedClient implements Terminal {
  private final Process process;
  private final boolean isAtTerminal;
  private final Printed out;
  private final Printed err;
  private int taken;

  private PackedClient(Map<String, String> environment, List<String> command, boolean isAtTerminal)
      throws IOException {
    this.isAtTerminal = isAtTerminal;
    var builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", System.getenv("PATH"), "TERM", "dumb"));
    builder.environment().putAll(environment);
    this.process = builder.start();
    this.out = new Printed(process.getInputStream(), ServerLogs::noteSecrets);
    this.err = new Printed(process.getErrorStream(), _ -> {});
  }

  /// Reads from a pipe and prints into one.
  static PackedClient inPipe(String... arguments) throws IOException {
    return inPipe(Map.of(), arguments);
  }

  /// The same with more in its environment.
  static PackedClient inPipe(Map<String, String> environment, String... arguments)
      throws IOException {
    return inPipe(environment, List.of(), arguments);
  }

  /// The same behind a command that runs it elsewhere.
  static PackedClient inPipe(
      Map<String, String> environment, List<String> entering, String... arguments)
      throws IOException {
    var command = new ArrayList<>(entering);
    command.addAll(command(arguments));
    return new PackedClient(environment, command, false);
  }

  /// Has a terminal of its own, which `script` of util-linux makes.
  static PackedClient atTerminal(String... arguments) throws IOException {
    return atTerminal(Map.of(), arguments);
  }

  /// The same with more in its environment.
  static PackedClient atTerminal(Map<String, String> environment, String... arguments)
      throws IOException {
    var quoted = String.join("' '", command(arguments));
    return new PackedClient(
        environment,
        List.of("script", "-qe", "--echo=always", "-c", "'" + quoted + "'", "/dev/null"),
        true);
  }

  /// Whoever starts the tests may have switched Ctrl-C off, as shells do for what they put into the
  /// background: `env` switches it on again.
  private static List<String> command(String... arguments) {
    var launcher = Image.home().resolve("bin/kabar").toString();
    var command = new ArrayList<>(List.of("env", "--default-signal=INT", launcher));
    command.addAll(List.of(arguments));
    return command;
  }

  @Override
  public boolean echoes() {
    return isAtTerminal;
  }

  @Override
  public void type(String line) throws IOException {
    send(line + "\n");
  }

  /// Types text as it is, without Enter.
  void send(String text) throws IOException {
    ServerLogs.noteSecrets(text);
    process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  @Override
  public void interrupt() throws IOException {
    if (isAtTerminal) {
      send("\u0003");
    } else {
      signal("INT");
    }
  }

  /// Sends the client itself a signal, as `kill` does.
  void signal(String name) throws IOException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().onExit().join();
  }

  @Override
  public void endInput() throws IOException {
    if (isAtTerminal) {
      send("\u0004");
    } else {
      process.getOutputStream().close();
    }
  }

  @Override
  public String read(int length) {
    try {
      return take(out.await(taken + length, this::seen), length);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public String awaitEnd(int exitCode) {
    try {
      if (!process.waitFor(DEADLINE.toMillis(), MILLISECONDS)) {
        throw new AssertionError("the client still runs; it has printed:\n" + out.text());
      }
      var rest = take(seen(out.awaitEnd()), Integer.MAX_VALUE);
      if (process.exitValue() != exitCode) {
        throw new AssertionError(
            "it ended with %d, not with %d, after: %s%s"
                .formatted(process.exitValue(), exitCode, rest, err.text()));
      }
      return rest;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// What it prints.
  Printed out() {
    return out;
  }

  /// What it says on the other stream.
  Printed err() {
    return err;
  }

  /// What it has said on the other stream until its end.
  String errors() throws InterruptedException {
    return err.awaitEnd();
  }

  /// A terminal puts a CR before each LF.
  private String seen(String text) {
    return isAtTerminal ? text.replace("\r\n", "\n").replaceFirst("\r$", "") : text;
  }

  private String take(String text, int length) {
    int end = (int) Math.min((long) taken + length, text.length());
    var next = text.substring(taken, end);
    taken = end;
    return next;
  }

  @Override
  public void close() {
    process.toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
