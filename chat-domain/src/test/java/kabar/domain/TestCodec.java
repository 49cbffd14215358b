package kabar.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import kabar.protocol.Codec;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import kabar.protocol.Request;

/// A dialect in which requests have names of their own: `send 1` sends, `HELO` is a foreign
/// greeting, anything else asks. The reply to each is its name with an exclamation mark.
final class TestCodec implements Codec {

  /// This dialect only, whatever a connection begins with.
  static Dialects dialects() {
    return new Dialects(TestCodec::new, TestCodec::new);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] payload) {
    return new String(payload, StandardCharsets.UTF_8).strip();
  }

  /// The name of a request in this dialect.
  static String name(Command command) {
    return switch (command) {
      case Command.Send(_, _, var text, _) -> text;
      case Command.Inbox(var token) -> token;
      default -> command.name();
    };
  }

  /// The reply to a request in this dialect.
  static Reply reply(Command command) {
    return command instanceof Command.Malformed(_, var reason, _)
        ? Reply.Refused.because(reason)
        : new Reply.Failed(name(command) + "!");
  }

  @Override
  public Request decode(ByteBuffer payload) {
    var name = StandardCharsets.UTF_8.decode(payload).toString().strip();
    var command =
        switch (name.split(" ", -1)[0]) {
          case "send" -> new Command.Send("", "", name, "");
          case "HELO" -> new Command.Malformed("HELO", Reason.FOREIGN_PROTOCOL);
          default -> new Command.Inbox(name);
        };
    return new Request(command, "");
  }

  @Override
  public Request oversized() {
    return new Request(new Command.Malformed("oversized", Reason.LINE_TOO_LONG), "");
  }

  @Override
  public byte[] encode(Request request, Reply reply) {
    return switch (reply) {
      case Reply.Failed(var logId) -> bytes(logId + "\n");
      case Reply.Refused refused -> bytes(refused.reason().word() + "\n");
      default -> throw new IllegalArgumentException(reply.toString());
    };
  }
}
