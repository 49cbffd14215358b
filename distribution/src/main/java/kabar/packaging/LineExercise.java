package kabar.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.List;

/// A line client that logs in, sends, reads and logs out again, as in daily life. The server it
/// talks to is a few answers by heart.
record LineExercise(ServerSocket server) implements Exercise {
  private static final int DEADLINE_MILLIS = 60_000;

  /// Those of the commands below that are asked of a server.
  private static final int REQUESTS = 6;

  private static final String TYPED =
      "auth messi surabaya\nsend messi apa kabar?\ninbox\nusers\nonline\nnonsense\nsend\nlogout\n";

  /// Begins to listen at a free port of this machine.
  static LineExercise listening() throws IOException {
    var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    server.setSoTimeout(DEADLINE_MILLIS);
    return new LineExercise(server);
  }

  @Override
  public List<String> options(Path data) {
    return List.of("line", "tcp://127.0.0.1:" + server.getLocalPort());
  }

  @Override
  public void run(Process process, Path output) throws IOException {
    try (var typed = process.getOutputStream()) {
      typed.write(TYPED.getBytes(UTF_8));
    }
    try (server;
        var socket = server.accept()) {
      socket.setSoTimeout(DEADLINE_MILLIS);
      serve(socket);
    }
  }

  private static void serve(Socket socket) throws IOException {
    var requests = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    for (int i = 0; i < REQUESTS; i++) {
      var line = requests.readLine();
      if (line == null) {
        throw new IOException("it asked %d times only".formatted(i));
      }
      var answer = answer(line.split(" ", 2)[0]) + "\r\n\r\n";
      socket.getOutputStream().write(answer.getBytes(UTF_8));
    }
    awaitEnd(requests);
  }

  private static void awaitEnd(BufferedReader requests) throws IOException {
    try {
      while (requests.readLine() != null) {
        // There should be nothing, and it does no harm.
      }
    } catch (SocketException e) {
      // Who has all answers may end with a reset.
    }
  }

  private static String answer(String verb) {
    var rest =
        switch (verb) {
          case "auth" -> "\"tokenid\": \"c5624216-519d-483c-87a5-3fbb9b0293a6\"";
          case "send" -> "\"message\": \"Message Sent\"";
          case "inbox" -> "\"messages\": {\"messi\": [{\"msg\": \" apa kabar? \\r\\n\"}]}";
          case "users" -> "\"messages\": [\"messi [Lionel Messi]\"]";
          case "online" -> "\"users\": []";
          default -> "\"messages\": \"LOGGING OUT: messi [Lionel Messi]\", \"tokenid\": \"\"";
        };
    return "{\"status\": \"OK\", " + rest + "}";
  }
}
