package kabar.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// A demo server that keeps its messages in a database, answers one client and is then told to
/// stop, as in daily life.
record ServerExercise() implements Exercise {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Pattern READY =
      Pattern.compile("(?ms)^Listening at tcp://[^ \n]*:(\\d+)$.*^Ready in ");
  private static final Pattern TOKEN = Pattern.compile("\"tokenid\": \"([^\"]+)\"");

  @Override
  public List<String> options(Path data) {
    // Neither the configuration of this machine's user nor ports that their server may have.
    return List.of(
        "--config",
        "/dev/null",
        "--metrics",
        "127.0.0.1:0",
        "--demo",
        "--store",
        "sqlite",
        "--listen",
        "tcp://127.0.0.1:0",
        "--data",
        data.toString());
  }

  @Override
  public void run(Process process, Path output) throws IOException, InterruptedException {
    chat(awaitPort(process, output));
    process.toHandle().destroy();
  }

  /// The port of a server, as soon as it is ready.
  ///
  /// @param output the file that it prints into
  /// @throws IOException if it does not become ready
  static int awaitPort(Process process, Path output) throws IOException, InterruptedException {
    for (long end = System.nanoTime() + DEADLINE.toNanos(); System.nanoTime() < end; ) {
      var ready = READY.matcher(Files.readString(output));
      if (ready.find()) {
        return Integer.parseInt(ready.group(1));
      }
      if (!process.isAlive()) {
        throw new IOException("it ended before it was ready");
      }
      // A file has nothing to wait for.
      Thread.sleep(PAUSE);
    }
    throw new IOException("it was not ready in time");
  }

  private static void chat(int port) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) DEADLINE.toMillis());
      var replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      var token = TOKEN.matcher(ask(socket, replies, "auth messi surabaya"));
      if (!token.find()) {
        throw new IOException("nobody could log in");
      }
      var session = token.group(1);
      ask(socket, replies, "send " + session + " messi apa kabar?");
      if (!ask(socket, replies, "inbox " + session).contains("apa kabar?")) {
        throw new IOException("what was sent did not arrive");
      }
      ask(socket, replies, "online " + session);
      ask(socket, replies, "nonsense");
      ask(socket, replies, "logout " + session);
    }
  }

  private static String ask(Socket socket, BufferedReader replies, String request)
      throws IOException {
    socket.getOutputStream().write((request + "\r\n").getBytes(UTF_8));
    var reply = replies.readLine();
    // An empty line ends it.
    if (replies.readLine() == null) {
      throw new IOException("no answer to: " + request);
    }
    return reply;
  }
}
