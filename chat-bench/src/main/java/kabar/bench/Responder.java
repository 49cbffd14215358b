package kabar.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The C program that the server is compared with. It gives the reply that the server gave.
final class Responder {
  private static final String SOURCE = "/epoll_responder.c";
  private static final int COMPILE_TIMEOUT_SECONDS = 60;

  private Responder() {}

  /// Compiles and starts it.
  ///
  /// @throws BenchException if there is no `gcc`, or it cannot compile this, as on a Mac
  static ServerProcess start(Workplace workplace, Exchange exchange) throws IOException {
    var program = compile(workplace.folder());
    return workplace.start(List.of(program.toString(), exchange.reply()));
  }

  private static Path compile(Path folder) throws IOException {
    var program = folder.resolve("epoll_responder");
    var log = folder.resolve("gcc.log");
    var gcc = gcc(program, log);
    try (var source = source();
        var input = gcc.getOutputStream()) {
      source.transferTo(input);
    }
    try {
      if (!gcc.waitFor(COMPILE_TIMEOUT_SECONDS, TimeUnit.SECONDS) || gcc.exitValue() != 0) {
        gcc.destroyForcibly();
        throw new BenchException("gcc cannot compile the C responder");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted");
    }
    return program;
  }

  private static Process gcc(Path program, Path log) throws IOException {
    try {
      return new ProcessBuilder("gcc", "-O2", "-o", program.toString(), "-x", "c", "-")
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new BenchException("there is no gcc for the C responder");
    }
  }

  private static InputStream source() throws BenchException {
    var source = Responder.class.getResourceAsStream(SOURCE);
    if (source == null) {
      throw new BenchException("this build lacks " + SOURCE);
    }
    return source;
  }
}
