package kabar.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Logs in, once for all connections: hashing a password is slow on purpose, and a token is good on
/// any connection.
final class Login {
  private static final String CREDENTIALS = "auth messi surabaya\r\n";
  private static final Pattern TOKEN = Pattern.compile("\"tokenid\": \"([^\"]+)\"");
  private static final String OK = "{\"status\": \"OK\"";
  private static final String END = "\r\n\r\n";
  private static final int TIMEOUT_MILLIS = 30_000;

  private Login() {}

  /// Logs in and asks once, to know the right reply from then on.
  static Exchange online(InetSocketAddress address) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(address, TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      var loggedIn = ask(socket, CREDENTIALS);
      var token = TOKEN.matcher(loggedIn);
      if (!token.find()) {
        throw new BenchException("no token in the reply to auth: " + loggedIn.strip());
      }
      var request = "online " + token.group(1) + " \r\n";
      return new Exchange(request, ask(socket, request));
    }
  }

  private static String ask(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    var reply = new StringBuilder();
    while (reply.indexOf(END) < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new BenchException("the server closed the connection after: " + reply);
      }
      reply.append((char) next);
    }
    if (reply.indexOf(OK) != 0) {
      throw new BenchException("not an OK: " + reply.toString().strip());
    }
    return reply.toString();
  }
}
