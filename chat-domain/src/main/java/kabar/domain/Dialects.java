package kabar.domain;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import kabar.protocol.Codec;

/// What may be spoken on the connections of a listener. A connection's first byte decides: `{` and
/// `[` begin JSON-RPC, everything else is text.
///
/// @param text makes the codec of a connection that speaks the text dialect
/// @param json makes the codec of a connection that speaks JSON-RPC
record Dialects(Supplier<Codec> text, Supplier<Codec> json) {

  /// The codec for a connection that begins with a payload, which is only looked at.
  Codec startingWith(ByteBuffer payload) {
    return (isJson(payload) ? json : text).get();
  }

  /// Whether a first payload is one of JSON-RPC; it is only looked at.
  static boolean isJson(ByteBuffer payload) {
    if (!payload.hasRemaining()) {
      return false;
    }
    byte first = payload.get(payload.position());
    return first == '{' || first == '[';
  }
}
