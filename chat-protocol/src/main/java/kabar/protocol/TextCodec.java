package kabar.protocol;

import java.nio.ByteBuffer;
import kabar.protocol.Command.Malformed;

/// The dialect that people type into `nc` and that the two original chat programs speak, on one
/// connection. `docs/text-dialect.md` is its reference.
///
/// Requests carry no id: answers are known by their order. Every request wants one.
public final class TextCodec implements Codec {
  private final int maxLineBytes;
  private final TextReplies replies;

  /// Whether nothing has been received yet; guarded like all decoding, by having one caller at a
  /// time.
  private boolean fresh = true;

  public TextCodec(TextDialect dialect) {
    maxLineBytes = dialect.maxLineBytes();
    replies = new TextReplies(dialect.logoutForm());
  }

  /// Reads a line. Its line end may be missing, for transports that carry messages; an LF before
  /// the last byte is part of the line.
  @Override
  public Request decode(ByteBuffer payload) {
    var line = new byte[payload.remaining()];
    payload.get(line);
    return new Request(read(line), "");
  }

  @Override
  public Request oversized() {
    fresh = false;
    return new Request(unreadable(Reason.LINE_TOO_LONG), "");
  }

  @Override
  public byte[] encode(Request request, Reply reply) {
    return replies.encode(request.command(), reply);
  }

  private Command read(byte[] line) {
    boolean first = fresh;
    fresh = false;
    if (first && ForeignGreeting.matches(line)) {
      return unreadable(Reason.FOREIGN_PROTOCOL);
    }
    if (line.length > maxLineBytes) {
      return unreadable(Reason.LINE_TOO_LONG);
    }
    return TextLine.decode(line)
        .map(TextParser::parse)
        .orElseGet(() -> unreadable(Reason.NOT_UTF8));
  }

  private static Command unreadable(Reason reason) {
    return new Malformed("unknown", reason);
  }
}
