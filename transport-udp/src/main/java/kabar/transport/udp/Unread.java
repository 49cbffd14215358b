package kabar.transport.udp;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Bytes of a stream, in order, that their owner has not taken yet. Confined to one thread. Keeps
/// nothing while there are none.
final class Unread {
  /// More are joined: a peer may send its bytes one by one, and each piece costs a hundred more.
  static final int MOST_PIECES = 64;

  private @Nullable ArrayDeque<ByteBuffer> pieces;

  boolean isEmpty() {
    return pieces == null;
  }

  /// In how many pieces the bytes are kept, 0..{@link #MOST_PIECES}.
  int pieces() {
    return pieces == null ? 0 : pieces.size();
  }

  /// How many bytes there are.
  int bytes() {
    return pieces == null ? 0 : sum(pieces);
  }

  /// Copies bytes to the end.
  void add(ByteBuffer bytes) {
    var kept = kept();
    if (kept.size() >= MOST_PIECES) {
      var joined = joined(kept);
      kept.clear();
      kept.add(joined);
    }
    kept.add(copy(bytes));
  }

  /// Copies bytes that were removed back to the beginning.
  void putBack(ByteBuffer bytes) {
    kept().addFirst(copy(bytes));
  }

  /// Removes the first piece, of which there has to be one.
  ///
  /// @return its bytes, read-only
  ByteBuffer remove() {
    var kept = kept();
    var first = kept.remove();
    pieces = kept.isEmpty() ? null : kept;
    return first;
  }

  /// Drops all.
  ///
  /// @return how many bytes there were
  int clear() {
    int dropped = bytes();
    pieces = null;
    return dropped;
  }

  private ArrayDeque<ByteBuffer> kept() {
    if (pieces == null) {
      pieces = new ArrayDeque<>(2);
    }
    return pieces;
  }

  private static int sum(ArrayDeque<ByteBuffer> pieces) {
    return pieces.stream().mapToInt(ByteBuffer::remaining).sum();
  }

  private static ByteBuffer joined(ArrayDeque<ByteBuffer> pieces) {
    var joined = ByteBuffer.allocate(sum(pieces));
    pieces.forEach(joined::put);
    return joined.flip().asReadOnlyBuffer();
  }

  private static ByteBuffer copy(ByteBuffer bytes) {
    return ByteBuffer.allocate(bytes.remaining()).put(bytes).flip().asReadOnlyBuffer();
  }
}
