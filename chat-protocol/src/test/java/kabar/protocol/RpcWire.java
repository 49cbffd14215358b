package kabar.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/// What tests of the JSON-RPC dialect say again and again.
final class RpcWire {
  static final RpcCodec SERVER = new RpcCodec();
  static final RpcClientCodec CLIENT = new RpcClientCodec();

  private RpcWire() {}

  /// What a server reads from a line.
  static Request read(String line) {
    return read(line.getBytes(UTF_8));
  }

  static Request read(byte[] line) {
    return SERVER.decode(ByteBuffer.wrap(line));
  }

  /// What a server reads from a request of a method.
  static Command read(String method, String params) {
    return read("""
            {"jsonrpc":"2.0","id":1,"method":"%s","params":%s}
            """
            .formatted(method, params))
        .command();
  }

  /// The result of an answer, as a server writes it.
  static String result(Reply reply) {
    return result(new Command.Ping(), reply);
  }

  static String result(Command command, Reply reply) {
    var line = line(SERVER.encode(new Request(command, "1"), reply));
    return between(line, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":", "}");
  }

  /// The error of an answer, as a server writes it.
  static String error(Reply reply) {
    var line = line(SERVER.encode(new Request(new Command.Ping(), "1"), reply));
    return between(line, "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":", "}");
  }

  /// What a client finds in a line while it awaits one answer: that to a command, with the id 1.
  static Incoming receive(Command asked, String line) {
    return CLIENT.read(ByteBuffer.wrap(line.getBytes(UTF_8)), id -> id == 1 ? asked : null);
  }

  static Incoming receive(String line) {
    return receive(new Command.Ping(), line);
  }

  /// The text of a payload without the LF at its end, which must be its only one.
  static String line(byte[] payload) {
    var text = new String(payload, UTF_8);
    if (text.indexOf('\n') != text.length() - 1) {
      throw new AssertionError("not one line: " + text);
    }
    return text.substring(0, text.length() - 1);
  }

  private static String between(String line, String start, String end) {
    if (!line.startsWith(start) || !line.endsWith(end)) {
      throw new AssertionError("expected %s…%s: %s".formatted(start, end, line));
    }
    return line.substring(start.length(), line.length() - end.length());
  }
}
