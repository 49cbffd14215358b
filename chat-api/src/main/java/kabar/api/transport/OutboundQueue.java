package kabar.api.transport;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// What was offered to a connection and has not left yet, bounded as {@link Connection#offer} says.
/// Thread-safe; its monitor is a leaf, nothing is called while it is held.
///
/// A queue never holds less room than a payload needs: any payload is taken while less than the
/// limit waits. It holds nothing while it is empty.
public final class OutboundQueue {
  private final int maxBytes;
  private final int maxItems;
  private @Nullable ArrayDeque<byte[]> payloads;
  private int headOffset;
  private long waitingBytes;
  private boolean refused;
  private boolean closed;

  public OutboundQueue(TransportLimits limits) {
    this.maxBytes = limits.maxQueueBytes();
    this.maxItems = limits.maxQueueItems();
  }

  /// Takes a payload unless the queue is full or closed.
  public synchronized boolean offer(byte[] payload) {
    if (closed) {
      return false;
    }
    if (isFull()) {
      refused = true;
      return false;
    }
    if (payload.length > 0) {
      var queue = payloads == null ? new ArrayDeque<byte[]>(4) : payloads;
      queue.add(payload);
      payloads = queue;
      waitingBytes += payload.length;
    }
    return true;
  }

  /// Copies from the front as much as fits, leaving it in the queue.
  public synchronized void copyTo(ByteBuffer target) {
    if (payloads == null) {
      return;
    }
    int offset = headOffset;
    for (var payload : payloads) {
      int count = Math.min(payload.length - offset, target.remaining());
      target.put(payload, offset, count);
      if (!target.hasRemaining()) {
        return;
      }
      offset = 0;
    }
  }

  /// Removes bytes that have left from the front.
  ///
  /// @return whether the queue had refused an offer and now is half empty, so that its owner has to
  ///     hear of it
  public synchronized boolean remove(int count) {
    if (payloads == null) {
      return false; // cleared while the bytes were leaving
    }
    waitingBytes -= count;
    int left = count;
    while (left > 0 && payloads != null) {
      int inHead = payloads.element().length - headOffset;
      if (left < inHead) {
        headOffset += left;
        break;
      }
      left -= inHead;
      headOffset = 0;
      payloads.remove();
      if (payloads.isEmpty()) {
        payloads = null;
      }
    }
    return reportsRoom();
  }

  /// Refuses all further offers; what is in the queue stays.
  public synchronized void close() {
    closed = true;
  }

  /// Drops what waits and refuses all further offers.
  public synchronized void clear() {
    closed = true;
    payloads = null;
    headOffset = 0;
    waitingBytes = 0;
  }

  /// Bytes that wait.
  public synchronized long waitingBytes() {
    return waitingBytes;
  }

  /// Whether the next offer would be refused for want of room.
  public synchronized boolean isFull() {
    return waitingBytes >= maxBytes || items() >= maxItems;
  }

  private boolean reportsRoom() {
    var isHalfEmpty = waitingBytes <= maxBytes / 2 && items() <= maxItems / 2;
    if (!refused || closed || !isHalfEmpty) {
      return false;
    }
    refused = false;
    return true;
  }

  private int items() {
    return payloads == null ? 0 : payloads.size();
  }
}
