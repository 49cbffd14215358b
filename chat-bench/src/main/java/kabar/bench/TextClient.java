package kabar.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A conversation in the text dialect that waits for each answer.
final class TextClient implements AutoCloseable {
  /// Of everybody on a server started with `--demo`.
  private static final String PASSWORD = "surabaya";

  private static final Pattern TOKEN = Pattern.compile("\"tokenid\": \"([^\"]+)\"");
  private static final String OK = "{\"status\": \"OK\"";
  private static final String END = "\r\n\r\n";
  private static final int TIMEOUT_MILLIS = 30_000;

  private final Socket socket;
  private final InputStream input;

  private TextClient(Socket socket) throws IOException {
    this.socket = socket;
    this.input = new BufferedInputStream(socket.getInputStream());
  }

  static TextClient to(InetSocketAddress address) throws IOException {
    var socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.connect(address, TIMEOUT_MILLIS);
      return new TextClient(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /// Logs a demo user in and answers the token, which is good on any connection.
  String login(String user) throws IOException {
    return token(ask(auth(user)));
  }

  /// The request that logs a demo user in.
  static String auth(String user) {
    return "auth %s %s\r\n".formatted(user, PASSWORD);
  }

  /// What the answer to it has.
  static String token(String reply) throws BenchException {
    var token = TOKEN.matcher(reply);
    if (!token.find()) {
      throw new BenchException("no token in the reply to auth: " + reply.strip());
    }
    return token.group(1);
  }

  /// Sends a request, with its line end, and answers the reply with its own.
  ///
  /// @throws BenchException if it is not an OK
  String ask(String request) throws IOException {
    send(request);
    return requireOk(reply());
  }

  static String requireOk(String reply) throws BenchException {
    if (!reply.startsWith(OK)) {
      throw new BenchException("not an OK: " + reply.strip());
    }
    return reply;
  }

  /// Sends requests, with their line ends, and waits for nothing.
  void send(String requests) throws IOException {
    socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
  }

  /// The next reply, with its line end.
  String reply() throws IOException {
    var reply = new StringBuilder();
    while (reply.length() < END.length() || reply.indexOf(END, reply.length() - END.length()) < 0) {
      int next = input.read();
      if (next < 0) {
        throw new IOException("the server closed the connection after: " + reply);
      }
      reply.append((char) next);
    }
    return reply.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
