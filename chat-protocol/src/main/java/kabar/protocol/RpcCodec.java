package kabar.protocol;

import java.nio.ByteBuffer;
import java.util.List;
import kabar.protocol.Command.Malformed;

/// The JSON-RPC dialect on one connection of a server. `docs/protocol.md` is its reference.
/// Thread-safe: no line changes how the next one is read.
///
/// A request's id is JSON as it goes into the answer; empty if no answer is wanted.
public final class RpcCodec implements LiveCodec {
  /// The most items of a page.
  public static final int MAX_PAGE_ITEMS = RpcCommands.MAX_LIMIT;

  /// The most bytes of an answer that is a page, where one item fits in.
  public static final int MAX_PAGE_BYTES = RpcPage.MAX_BYTES;

  private static final byte[] NO_ANSWER = new byte[0];
  private static final Request BARRED =
      new Request(
          new Malformed("unknown", Reason.INVALID_REQUEST, "use a stream here"),
          RpcRequestReader.NO_ID);

  /// The names of all methods.
  public static List<String> methods() {
    return RpcMethod.words();
  }

  /// What stands for a payload where this dialect is not spoken; it is not even looked at. The
  /// answer tells to use a stream and has less than 128 bytes.
  public static Request barred() {
    return BARRED;
  }

  @Override
  public Request decode(ByteBuffer payload) {
    var line = new byte[payload.remaining()];
    payload.get(line);
    return RpcRequestReader.read(line);
  }

  @Override
  public Request oversized() {
    return new Request(new Malformed("unknown", Reason.LINE_TOO_LONG), RpcRequestReader.NO_ID);
  }

  /// Writes the answer to a request. Of a page that would be longer than 256 KiB, the items
  /// furthest from where it begins are left out, and it says that there are more.
  @Override
  public byte[] encode(Request request, Reply reply) {
    return request.id().isEmpty() ? NO_ANSWER : RpcReplyWriter.encode(request, reply);
  }

  @Override
  public byte[] encode(Event event) {
    return RpcEventWriter.encode(event);
  }
}
