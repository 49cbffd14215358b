package kabar.domain;

import static java.util.Objects.requireNonNull;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/// Reads as the original clients do: 64 bytes at a time, each chunk decoded by itself, until all
/// that came ends with CR LF CR LF. A chunk that is not ASCII fails.
final class PlainClient implements AutoCloseable {
  private static final int CHUNK_BYTES = 64;

  private final Socket socket;

  /// @param socket from now on the client's
  PlainClient(Socket socket) {
    this.socket = socket;
  }

  /// Asks as the originals do, with a space before CR LF, and answers the members of the reply.
  Map<?, ?> ask(String request) throws IOException {
    return ask((request + " \r\n").getBytes(StandardCharsets.UTF_8));
  }

  /// Asks with just these bytes.
  Map<?, ?> ask(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    return (Map<?, ?>) StrictJson.parse(receive());
  }

  /// Logs in and answers the token.
  String login(String user) throws IOException {
    var reply = ask("auth %s %s".formatted(user, DemoUsers.PASSWORD));
    return (String) requireNonNull(reply.get("tokenid"), reply::toString);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String receive() throws IOException {
    var chunk = new byte[CHUNK_BYTES];
    var received = new StringBuilder();
    while (!received.toString().endsWith("\r\n\r\n")) {
      int count = socket.getInputStream().read(chunk);
      if (count < 0) {
        throw new EOFException("the connection ended after '%s'".formatted(received));
      }
      var bytes = ByteBuffer.wrap(Arrays.copyOf(chunk, count));
      received.append(StandardCharsets.US_ASCII.newDecoder().decode(bytes));
    }
    return received.toString();
  }
}
