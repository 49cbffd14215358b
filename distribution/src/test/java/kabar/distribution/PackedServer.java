package kabar.distribution;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A server started from the image, with what it prints. Closing it kills it; what it kept is then
/// copied for `KeptLogsIT`.
final class PackedServer implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("(?m)^Listening at (\\S+)$");
  private static final Pattern DATA = Pattern.compile("(?m)Data folder: (.+)$");
  private static final Pattern METRICS = Pattern.compile("(?m)^Metrics at (\\S+)$");
  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
  private static final Pattern IGNORED_SIGNALS = Pattern.compile("(?m)^SigIgn:\\s+(\\p{XDigit}+)$");
  private static final long SIGINT_BIT = 1L << (2 - 1);
  private static final String READY = "\nReady in ";

  private final Process process;
  private final String name;
  private final Printed out;
  private final Printed err;

  /// Starts whatever the command line says, in an environment of nothing but `environment`, and
  /// without the configuration files of this machine unless that says which.
  PackedServer(Map<String, String> environment, List<String> command) throws IOException {
    var builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("KABAR_CONFIG", "/dev/null");
    builder.environment().putAll(environment);
    this.process = builder.start();
    process.getOutputStream().close();
    this.name = ServerLogs.begin();
    this.out =
        new Printed(process.getInputStream(), text -> ServerLogs.keep(name, ServerLogs.OUT, text));
    this.err =
        new Printed(process.getErrorStream(), text -> ServerLogs.keep(name, ServerLogs.LOG, text));
  }

  /// The server with these options, not waited for.
  static PackedServer launch(String... options) throws IOException {
    return new PackedServer(Map.of(), command(options));
  }

  /// A server that is ready, with the demo users, at a free port of 127.0.0.1 unless the options
  /// say otherwise.
  static PackedServer demo(Path data, String... options) throws Exception {
    return demo(Map.of(), data, options);
  }

  /// The same, in this environment.
  static PackedServer demo(Map<String, String> environment, Path data, String... options)
      throws Exception {
    return new PackedServer(environment, demoCommand(data, options)).awaitReady();
  }

  /// The same, in a process that may have no more than so many files and sockets open.
  static PackedServer demoWithOpenFiles(int limit, Path data, String... options) throws Exception {
    var command =
        new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -n " + limit + "; exec \"$@\"", "sh"));
    command.addAll(demoCommand(data, options));
    return new PackedServer(Map.of(), command).awaitReady();
  }

  /// The command line of the program with these options, without metrics unless they ask for them:
  /// many servers run at once.
  static List<String> command(String... options) {
    var command = new ArrayList<>(List.of(Image.home().resolve("bin/kabard").toString()));
    var given = List.of(options);
    command.addAll(given);
    if (!given.contains("--metrics")) {
      command.addAll(List.of("--metrics", "off"));
    }
    return command;
  }

  /// The command line of a server with the demo users, see {@link #demo}.
  static List<String> demoCommand(Path data, String... options) {
    var given = new ArrayList<>(List.of("--demo", "--data", data.toString()));
    given.addAll(List.of(options));
    if (!given.contains("--listen")) {
      given.addAll(List.of("--listen", "tcp://127.0.0.1:0"));
    }
    return command(given.toArray(String[]::new));
  }

  PackedServer awaitReady() throws InterruptedException {
    try {
      out.await(READY);
      return this;
    } catch (AssertionError e) {
      close();
      throw new AssertionError(e.getMessage() + "\nand on the other stream:\n" + err.text(), e);
    }
  }

  /// Where it listens, as it says itself, in the order it was told.
  List<URI> addresses() {
    return ADDRESS.matcher(out.text()).results().map(PackedServer::address).toList();
  }

  /// Where it says that its metrics are.
  URI metricsUrl() {
    return METRICS
        .matcher(out.text())
        .results()
        .map(PackedServer::address)
        .findFirst()
        .orElseThrow();
  }

  /// The port of the first address.
  int port() {
    return addresses().getFirst().getPort();
  }

  /// A conversation with the server, on a new connection to 127.0.0.1.
  TextClient connect() throws IOException {
    return TextClient.to("127.0.0.1", port());
  }

  /// What it has printed for people.
  Printed out() {
    return out;
  }

  /// What it has logged.
  Printed err() {
    return err;
  }

  /// Its memory that is really there.
  long residentBytes() throws IOException {
    return Long.parseLong(status(RESIDENT)) * 1024;
  }

  /// Whether whoever started the tests has switched Ctrl-C off, as shells do for what they put into
  /// the background.
  boolean ignoresInterrupts() throws IOException {
    return (Long.parseUnsignedLong(status(IGNORED_SIGNALS), 16) & SIGINT_BIT) != 0;
  }

  /// Asks it to stop: SIGTERM. Through the handle, because a process that is told directly loses
  /// what is still unread of its output.
  void terminate() {
    process.toHandle().destroy();
  }

  /// Ends it without a chance to say so: SIGKILL.
  void kill() {
    process.toHandle().destroyForcibly();
  }

  /// Asks it to stop where the command is a program that runs it.
  void terminateTraced() {
    process.children().forEach(ProcessHandle::destroy);
  }

  /// What Ctrl-C does: SIGINT.
  void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("/bin/sh", "-c", "kill -INT " + process.pid()).start().waitFor();
  }

  /// Waits until it has ended by itself.
  int awaitExit() throws InterruptedException {
    if (!process.waitFor(60, SECONDS)) {
      throw new AssertionError("the server still runs; it has printed:\n" + out.text());
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.toHandle().destroyForcibly();
    process.onExit().join();
    out.join();
    err.join();
    keepData();
  }

  /// One that never was ready has not said where its data are, and nobody told it a secret.
  private void keepData() {
    DATA.matcher(out.text())
        .results()
        .map(found -> Path.of(found.group(1)))
        .filter(Files::isDirectory)
        .forEach(folder -> ServerLogs.keepData(name, folder));
  }

  /// What the system says about the process (proc(5), `status`).
  private String status(Pattern line) throws IOException {
    var status = Files.readString(Path.of("/proc/" + process.pid() + "/status"));
    return line.matcher(status).results().map(found -> found.group(1)).findFirst().orElseThrow();
  }

  private static URI address(MatchResult line) {
    return URI.create(line.group(1));
  }
}
