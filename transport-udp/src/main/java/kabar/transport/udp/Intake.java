package kabar.transport.udp;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import kabar.api.transport.LineCutter;
import org.jspecify.annotations.Nullable;

/// Cuts the peer's stream into payloads, as far as the owner takes them, and keeps the rest.
/// Confined to one thread. Each method that hands payloads over answers how many bytes of the
/// stream were taken, so that the peer may send as many more.
final class Intake {
  private final LineCutter cutter;
  private final Owner owner;
  private @Nullable ArrayDeque<ByteBuffer> unread;
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
    int taken = unread == null && owner.takesPayloads() ? cut(bytes) : 0;
    if (bytes.hasRemaining()) {
      var pieces = unread == null ? new ArrayDeque<ByteBuffer>(2) : unread;
      pieces.add(ByteBuffer.allocate(bytes.remaining()).put(bytes).flip().asReadOnlyBuffer());
      unread = pieces;
    }
    return taken;
  }

  /// Hands over what was kept. Does nothing while a payload is being taken.
  int goOn() {
    int taken = 0;
    while (!isCutting && unread != null && owner.takesPayloads()) {
      taken += cut(unread.element());
      if (!unread.element().hasRemaining()) {
        unread.remove();
        unread = unread.isEmpty() ? null : unread;
      }
    }
    return taken;
  }

  /// Drops what was kept.
  int drop() {
    int dropped = unread == null ? 0 : unread.stream().mapToInt(ByteBuffer::remaining).sum();
    unread = null;
    return dropped;
  }

  /// Whether all that came was taken.
  boolean isEmpty() {
    return unread == null;
  }

  /// Whether all that came was taken and ends inside a payload.
  boolean isInsidePayload() {
    return unread == null && cutter.isInsideLine();
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
