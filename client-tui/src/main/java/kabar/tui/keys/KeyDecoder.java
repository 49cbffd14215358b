package kabar.tui.keys;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import kabar.tui.keys.Input.Pasted;

/// Makes inputs of the bytes that a terminal sends, wherever they are split.
///
/// It has neither thread nor clock: its owner tells the time of each read, and fires the escape
/// timer (25 to 50 ms without a byte) while {@link #hasPending}. Then an ESC is the key; what can
/// be
/// no key waits for its rest, for a second at most. Whatever comes, it never throws, and never
/// keeps more than a paste.
///
/// Knows what xterm, rxvt, the Linux console, tmux and kitty send, with xterm's modifiers, CSI u
/// and
/// modifyOtherKeys; all answers to queries but that of the background's colour are swallowed.
public final class KeyDecoder {
  /// What of one paste is kept.
  public static final int MAX_PASTE_BYTES = 1 << 20;

  /// Faster than anybody types.
  private static final long BURST_NANOS = 15_000_000;

  /// How a paste is told from typing.
  public enum Pastes {
    /// The terminal marks them: an Enter is always an Enter.
    MARKED,
    /// The terminal does not, as far as we know: an Enter within 15 ms of other input is text.
    /// The first marked paste proves otherwise.
    GUESSED
  }

  private Pastes pastes;
  private Stage stage = Ground.INSTANCE;
  private int previousByte = -1;
  private long lastNanos;

  public KeyDecoder(Pastes pastes) {
    this.pastes = pastes;
  }

  /// The inputs that are complete with these bytes, all of which are taken.
  ///
  /// @param nanos when they came, of a clock that never goes back
  public List<Input> feed(ByteBuffer bytes, long nanos) {
    var inputs = new ArrayList<Input>();
    var pause = previousByte < 0 ? Long.MAX_VALUE : nanos - lastNanos;
    if (pause > stage.patienceNanos()) {
      stage.giveUp(inputs::add);
      stage = Ground.INSTANCE;
    }
    while (bytes.hasRemaining()) {
      take(bytes, pause, inputs::add);
      pause = 0;
    }
    lastNanos = nanos;
    return List.copyOf(inputs);
  }

  /// Whether the escape timer must run.
  public boolean hasPending() {
    return stage.isKey();
  }

  /// The escape timer fired: what waits is taken as it stands.
  public List<Input> timeout() {
    var inputs = new ArrayList<Input>();
    stage = stage.timeout(inputs::add);
    return List.copyOf(inputs);
  }

  private void take(ByteBuffer bytes, long pause, Consumer<Input> out) {
    var unsignedByte = Byte.toUnsignedInt(bytes.get());
    if (stage == Ground.INSTANCE && (unsignedByte == '\r' || unsignedByte == '\n')) {
      endLine(unsignedByte, pause, bytes, out);
    } else {
      stage = stage.take(unsignedByte, out);
    }
    previousByte = unsignedByte;
    if (stage instanceof Paste) {
      pastes = Pastes.MARKED;
    }
  }

  private void endLine(int end, long pause, ByteBuffer rest, Consumer<Input> out) {
    if (end == '\n' && previousByte == '\r' && pause < BURST_NANOS) {
      return;
    }
    var isBurst = pause < BURST_NANOS || isFollowed(end, rest);
    out.accept(pastes == Pastes.GUESSED && isBurst ? new Pasted("\n") : Keys.of(end, Set.of()));
  }

  /// CRLF is one line break, with which a burst may end.
  private static boolean isFollowed(int end, ByteBuffer rest) {
    var isCrLf = end == '\r' && rest.hasRemaining() && rest.get(rest.position()) == '\n';
    return rest.remaining() > (isCrLf ? 1 : 0);
  }
}
