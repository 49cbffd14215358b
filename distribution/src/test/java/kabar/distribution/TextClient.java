package kabar.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One connection that speaks the text dialect, well or badly. Reading gives up after 20 s.
final class TextClient implements AutoCloseable {
  static final int DEADLINE_MILLIS = 60_000;

  private static final String REPLY_END = "\r\n\r\n";
  private static final Pattern TOKEN =
      Pattern.compile("\\{\"status\": \"OK\", \"tokenid\": \"([0-9a-f-]{36})\"}");

  private final Socket socket;
  private final InputStream input;

  private TextClient(Socket socket) throws IOException {
    this.socket = socket;
    this.input = new BufferedInputStream(socket.getInputStream());
    socket.setSoTimeout(DEADLINE_MILLIS);
    socket.setTcpNoDelay(true);
  }

  /// @param address as digits
  static TextClient to(String address, int port) throws IOException {
    return new TextClient(new Socket(InetAddress.ofLiteral(address), port));
  }

  /// Sends text as it is, adding nothing.
  TextClient write(String text) throws IOException {
    ServerLogs.noteSecrets(text);
    return write(text.getBytes(UTF_8));
  }

  TextClient write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /// Sends one request and answers its reply.
  String ask(String request) throws IOException {
    return write(request + "\n").reply();
  }

  /// The next reply, without its end.
  String reply() throws IOException {
    var text = new StringBuilder();
    while (text.length() < REPLY_END.length()
        || !text.substring(text.length() - REPLY_END.length()).equals(REPLY_END)) {
      int next = input.read();
      if (next < 0) {
        throw new IOException("the connection ended after '" + text + "'");
      }
      text.append((char) next);
    }
    ServerLogs.noteSecrets(text.toString());
    return text.substring(0, text.length() - REPLY_END.length());
  }

  /// Logs a demo user in and answers the token.
  String login(String user) throws IOException {
    return token(ask("auth " + user + " surabaya"));
  }

  /// The token in the reply to a login.
  static String token(String reply) {
    Matcher matcher = TOKEN.matcher(reply);
    if (!matcher.matches()) {
      throw new AssertionError("expected a token, got " + reply);
    }
    return matcher.group(1);
  }

  /// All that still comes until the server ends its output.
  String rest() throws IOException {
    return new String(input.readAllBytes(), UTF_8);
  }

  /// Waits until the server has ended the connection, in whatever way, having sent nothing more.
  void awaitEnd() throws IOException {
    try {
      var rest = rest();
      if (!rest.isEmpty()) {
        throw new AssertionError("expected the end of the connection, got " + rest);
      }
    } catch (SocketException e) {
      // A reset: ended, too.
      return;
    }
  }

  /// Whether nothing comes, not even the end, for that long.
  boolean isSilentFor(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      input.mark(1);
      input.read();
      input.reset();
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    } finally {
      socket.setSoTimeout(DEADLINE_MILLIS);
    }
  }

  /// Ends our half of the connection.
  TextClient endOutput() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /// Breaks the connection off, as a machine that crashed and came back does.
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
