package kabar.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A conversation in the JSON-RPC dialect that is told of nothing. Not thread-safe.
final class RpcClient implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 30_000;

  private final Socket socket;
  private final BufferedReader input;

  private RpcClient(Socket socket) throws IOException {
    this.socket = socket;
    this.input =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  static RpcClient to(InetSocketAddress address) throws IOException {
    var socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.connect(address, TIMEOUT_MILLIS);
      return new RpcClient(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /// A request, with its line end.
  ///
  /// @param params a JSON object
  static String request(int id, String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}\n"
        .formatted(id, method, params);
  }

  /// Binds the connection to a session.
  void resume(String token) throws IOException {
    send(request(0, "resume", "{\"token\":\"%s\"}".formatted(token)));
    requireResult(0, "resume");
  }

  /// Opens a session of a demo user, and binds the connection to it.
  void login(String user) throws IOException {
    send(request(0, "login", "{\"user\":\"%s\",\"password\":\"surabaya\"}".formatted(user)));
    requireResult(0, "login");
  }

  /// Asks to be told of what comes, and from then on only listens.
  Ear subscribe() throws IOException {
    send(request(1, "subscribe", "{}"));
    requireResult(1, "subscribe");
    return Ear.of(input);
  }

  /// Sends requests, with their line ends, and waits for nothing.
  void send(String requests) throws IOException {
    socket.getOutputStream().write(requests.getBytes(StandardCharsets.UTF_8));
  }

  /// Waits for the next answer.
  ///
  /// @param what was asked for, for the message
  /// @throws BenchException if it is not the result of this request
  /// @throws IOException if the server is gone
  String requireResult(int id, String what) throws IOException {
    var line = line();
    if (!line.contains("\"id\":" + id + ",\"result\":")) {
      throw new BenchException(what + ": " + line);
    }
    return line;
  }

  /// The next line, without its end.
  String line() throws IOException {
    var line = input.readLine();
    if (line == null) {
      throw new IOException("the server closed the connection");
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
