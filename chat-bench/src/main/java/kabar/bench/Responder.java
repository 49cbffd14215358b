package kabar.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A C program that the server is compared with. It gives the reply that the server gave.
enum Responder {
  /// Of TCP.
  EPOLL,
  /// Of requests in datagrams.
  DATAGRAM;

  private static final int COMPILE_TIMEOUT_SECONDS = 60;

  /// Compiles and starts it.
  ///
  /// @throws BenchException if there is no `gcc`, or it cannot compile this, as on a Mac
  ServerProcess start(Workplace workplace, Exchange exchange) throws IOException {
    var program = compile(workplace.folder());
    return workplace.start(List.of(program.toString(), exchange.reply()));
  }

  private Path compile(Path folder) throws IOException {
    var program = folder.resolve(program());
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
      return new ProcessBuilder("gcc", "-O2", "-pthread", "-o", program.toString(), "-x", "c", "-")
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new BenchException("there is no gcc for the C responder");
    }
  }

  private InputStream source() throws BenchException {
    var name = "/" + program() + ".c";
    var source = Responder.class.getResourceAsStream(name);
    if (source == null) {
      throw new BenchException("this build lacks " + name);
    }
    return source;
  }

  /// The name of the program and of its source.
  private String program() {
    return switch (this) {
      case EPOLL -> "epoll_responder";
      case DATAGRAM -> "datagram_responder";
    };
  }
}
