package kabar.domain;

import java.util.function.Supplier;
import kabar.protocol.Codec;

/// What may be spoken on the connections of a listener. A connection's first byte decides: `{` and
/// `[` begin JSON-RPC, everything else is text.
///
/// @param text makes the codec of a connection that speaks the text dialect
/// @param json makes the codec of a connection that speaks JSON-RPC
record Dialects(Supplier<Codec> text, Supplier<Codec> json) {

  /// The codec for a connection that begins with a byte.
  Codec startingWith(byte first) {
    return (first == '{' || first == '[' ? json : text).get();
  }
}
