package kabar.transport.udp;

import java.nio.ByteBuffer;

/// What one end has received of the other and is ready to take.
///
/// @param largest the largest packet number received, 0 for none
/// @param mask bit i, the lowest being 0, tells whether `largest - 1 - i` was received
/// @param windowEnd stream bytes with offsets below this may be sent; 0 or more
/// @param delayMicros from the arrival of `largest` to this, 0..65,535, the greatest for more
record Ack(long largest, long mask, long windowEnd, int delayMicros) {
  static final int BYTES = 3 * Long.BYTES + Short.BYTES;

  /// How many numbers before the largest are told of.
  static final int SPAN = Long.SIZE;

  static final int MAX_DELAY_MICROS = 0xFFFF;

  static Ack read(ByteBuffer fields) {
    return new Ack(
        fields.getLong(),
        fields.getLong(),
        fields.getLong(),
        Short.toUnsignedInt(fields.getShort()));
  }

  void writeTo(ByteBuffer target) {
    target.putLong(largest).putLong(mask).putLong(windowEnd).putShort((short) delayMicros);
  }

  /// Whether numbers and offsets are of the range that they can have.
  boolean isPossible() {
    return largest >= 0 && windowEnd >= 0;
  }

  /// Whether a packet number is acknowledged.
  boolean covers(long number) {
    long before = largest - number;
    return before == 0 || (before > 0 && before <= SPAN && (mask >>> (before - 1) & 1) != 0);
  }
}
