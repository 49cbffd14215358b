package kabar.protocol;

import java.nio.ByteBuffer;

/// One dialect on one connection of a server. Not thread-safe where it decodes; any thread may
/// encode.
public interface Codec {

  /// Reads a payload. What cannot be read becomes a {@link Command.Malformed}, never an exception.
  ///
  /// @param payload from its position to its limit, line end included; used up by the call
  Request decode(ByteBuffer payload);

  /// What stands for a payload that the transport dropped because it was too large.
  Request oversized();

  /// Writes the answer to a request. May be called in any order and from any thread.
  ///
  /// @return one whole payload, never changed afterwards; empty if the request wants no answer
  byte[] encode(Request request, Reply reply);
}
