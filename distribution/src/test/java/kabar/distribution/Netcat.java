package kabar.distribution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// The `nc` of the machine, as people use it.
final class Netcat {
  private static final int MOST_TRIES = 20;

  private Netcat() {}

  /// What comes back for this input: `printf INPUT | nc -N 127.0.0.1 PORT`.
  static String talk(int port, String input) throws IOException, InterruptedException {
    var environment = Map.of("PATH", System.getenv("PATH"));
    var pipe = "printf %s \"$1\" | timeout 20 nc -N 127.0.0.1 \"$2\"";
    var command = new String[] {"/bin/sh", "-c", pipe, "sh", input, String.valueOf(port)};
    var outcome = Image.run(Path.of("/"), environment, command);
    if (outcome.exitCode() != 0) {
      throw new AssertionError("nc ended with %s".formatted(outcome));
    }
    return outcome.output();
  }

  /// The answer to one request, without its end.
  static String ask(int port, String request) throws IOException, InterruptedException {
    return talk(port, request + "\n").stripTrailing();
  }

  /// The answer to one bare datagram, without its end: `echo REQUEST | nc -u -w1 127.0.0.1 PORT`,
  /// given again until something comes within that second.
  static String askInDatagram(int port, String request) throws IOException, InterruptedException {
    ServerLogs.noteSecrets(request);
    var environment = Map.of("PATH", System.getenv("PATH"));
    var pipe = "echo \"$1\" | timeout 20 nc -u -w1 127.0.0.1 \"$2\"";
    var command = new String[] {"/bin/sh", "-c", pipe, "sh", request, String.valueOf(port)};
    for (int i = 0; i < MOST_TRIES; i++) {
      var answer = Image.run(Path.of("/"), environment, command).output().stripTrailing();
      if (!answer.isEmpty()) {
        ServerLogs.noteSecrets(answer);
        return answer;
      }
    }
    throw new AssertionError("no answer to %d datagrams: %s".formatted(MOST_TRIES, request));
  }
}
