package kabar.transport.udp;

import java.nio.ByteBuffer;
import kabar.api.transport.LineCutter;

/// Cuts the peer's stream into payloads, as far as the owner takes them, and keeps the rest.
/// Confined to one thread. Each method that hands payloads over answers how many bytes of the
/// stream were taken, so that the peer may send as many more.
final class Intake {
  private final LineCutter cutter;
  private final Owner owner;
  private final Unread unread = new Unread();
  private boolean isCutting;

  /// Takes payloads, and may stop at each.
  interface Owner extends LineCutter.Sink {

    /// Whether the next payload may be handed over.
    boolean takesPayloads();
  }

  /// @param maxPayloadBytes the longest payload that is handed over
  Intake(int maxPayloadBytes, Owner owner) {
    this.cutter = new LineCutter(maxPayloadBytes);
    this.owner = owner;
  }

  /// Takes the next bytes of the stream.
  int add(ByteBuffer bytes) {
    int taken = unread.isEmpty() && owner.takesPayloads() ? cut(bytes) : 0;
    if (bytes.hasRemaining()) {
      unread.add(bytes);
    }
    return taken;
  }

  /// Hands over what was kept. Does nothing while a payload is being taken.
  int goOn() {
    int taken = 0;
    while (!isCutting && !unread.isEmpty() && owner.takesPayloads()) {
      var piece = unread.remove();
      taken += cut(piece);
      if (piece.hasRemaining()) {
        unread.putBack(piece);
      }
    }
    return taken;
  }

  /// Drops what was kept.
  int drop() {
    return unread.clear();
  }

  /// How many bytes are kept.
  int keptBytes() {
    return unread.bytes();
  }

  /// Whether all that came was taken.
  boolean isEmpty() {
    return unread.isEmpty();
  }

  /// Whether all that came was taken and ends inside a payload.
  boolean isInsidePayload() {
    return unread.isEmpty() && cutter.isInsideLine();
  }

  /// Whether a whole first payload has been seen.
  boolean hasBegun() {
    return cutter.hasBegun();
  }

  private int cut(ByteBuffer bytes) {
    int before = bytes.remaining();
    isCutting = true;
    try {
      cutter.cut(bytes, owner);
    } finally {
      isCutting = false;
    }
    return before - bytes.remaining();
  }
}
