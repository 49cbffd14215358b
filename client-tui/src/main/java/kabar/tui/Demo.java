package kabar.tui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kabar.tui.program.AtExit;
import kabar.tui.words.Phrase;
import org.jspecify.annotations.Nullable;

/// A demo server of the same archive, for somebody who wants to try alone: in a folder of its own
/// that is gone afterwards, and for as long as the client runs.
final class Demo implements AutoCloseable {
  static final String USER = "messi";
  static final String PASSWORD = "surabaya";
  private static final Pattern LISTENING = Pattern.compile("Listening at (tcp://\\S+)");

  private final Process process;
  private final Path folder;
  private final URI address;
  private final AtExit exit = AtExit.run("kabar-demo-end", this::end);

  private Demo(Process process, Path folder, URI address) {
    this.process = process;
    this.folder = folder;
    this.address = address;
  }

  /// The program of the server beside this one, if it is there.
  static Optional<Path> program(Surroundings surroundings) {
    return Optional.of(surroundings.image().resolve("bin/kabard")).filter(Files::isExecutable);
  }

  /// Starts one, on ports that are free, and waits until it is ready.
  ///
  /// @throws NotDoneException if it does not become ready
  static Demo start(Errand errand, Path program) throws NotDoneException, IOException {
    var folder = Files.createTempDirectory("kabar-demo");
    var process = process(program, folder).start();
    try {
      return new Demo(process, folder, address(errand, process));
    } catch (NotDoneException | IOException | RuntimeException e) {
      new Demo(process, folder, URI.create(Errand.DEFAULT_URL)).close();
      throw e;
    }
  }

  URI address() {
    return address;
  }

  /// Where the client keeps what it knows of it.
  Path state() {
    return folder.resolve("client");
  }

  @Override
  public void close() {
    if (exit.callOff()) {
      end();
    }
  }

  /// Neither the configuration of this machine's user nor ports that their server may have.
  private static ProcessBuilder process(Path program, Path folder) {
    var command =
        List.of(
            program.toString(),
            "--demo",
            "--config",
            "/dev/null",
            "--metrics",
            "off",
            "--listen",
            "tcp://localhost:0",
            "--data",
            folder.resolve("server").toString());
    return new ProcessBuilder(command)
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectErrorStream(true);
  }

  /// Reads what it prints until it is ready, and passes over the rest so that it is never kept from
  /// printing.
  private static URI address(Errand errand, Process process) throws NotDoneException, IOException {
    var printed =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    var last = "";
    var address = Optional.<URI>empty();
    for (var line = printed.readLine(); line != null; line = printed.readLine()) {
      last = line;
      var listening = LISTENING.matcher(line);
      if (listening.find()) {
        address = Optional.of(URI.create(listening.group(1)));
      }
      if (address.isPresent() && line.startsWith("Ready in ")) {
        Thread.ofVirtual().start(() -> printed.lines().forEach(_ -> {}));
        return address.get();
      }
    }
    throw new NotDoneException(ExitCode.UNREACHABLE, errand.say(Phrase.NO_DEMO, last));
  }

  private void end() {
    process.destroy();
    process.onExit().join();
    try {
      Files.walkFileTree(folder, new Removal());
    } catch (IOException _) {
      // What is left lies among other temporary files.
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
