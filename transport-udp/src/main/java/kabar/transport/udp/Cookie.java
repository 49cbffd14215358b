package kabar.transport.udp;

import java.nio.ByteBuffer;

/// What an initiator has to show in order to prove its address: opaque to it, and to the acceptor
/// the time of issue and a code that nobody else can make.
///
/// @param issuedAt seconds of the acceptor's clock
/// @param codeHigh the first half of the code
/// @param codeLow the second half of the code
record Cookie(int issuedAt, long codeHigh, long codeLow) {
  static final int BYTES = Integer.BYTES + 2 * Long.BYTES;

  static Cookie read(ByteBuffer fields) {
    return new Cookie(fields.getInt(), fields.getLong(), fields.getLong());
  }

  void writeTo(ByteBuffer target) {
    target.putInt(issuedAt).putLong(codeHigh).putLong(codeLow);
  }
}
