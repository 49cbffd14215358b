package kabar.testkit.loopback;

import java.util.concurrent.atomic.AtomicBoolean;
import kabar.api.transport.OutboundQueue;
import org.jspecify.annotations.Nullable;

/// One direction of a wire: moves what waits in the sender's queue to the target, one chunk per
/// pass, as long as the target takes it.
final class Flow {
  private final Loop loop;
  private final OutboundQueue queue;
  private final End sender;
  private final AtomicBoolean woken = new AtomicBoolean();
  // Only used on the loop, as is the target.
  private @Nullable End target;
  private boolean finishing;
  private boolean finished;

  Flow(Loop loop, OutboundQueue queue, End sender) {
    this.loop = loop;
    this.queue = queue;
    this.sender = sender;
  }

  void join(End target) {
    this.target = target;
  }

  /// Asks for a pass; may be called from any thread. All that is asked for before the pass begins
  /// is one pass.
  void wake() {
    if (woken.compareAndSet(false, true)) {
      loop.run(this::pass);
    }
  }

  /// Sends the rest, then tells the target that nothing more comes.
  void finish() {
    finishing = true;
    wake();
  }

  /// Moves nothing any more.
  void stop() {
    finished = true;
  }

  private void pass() {
    woken.set(false);
    if (finished || target == null) {
      return;
    }
    if (move(target) && queue.waitingBytes() > 0) {
      wake();
    } else if (finishing && queue.waitingBytes() <= 0 && target.inputEnded()) {
      finished = true;
      sender.allSent();
    }
  }

  /// Answers whether the target took all that it was given.
  private boolean move(End to) {
    var chunk = loop.chunk();
    queue.copyTo(chunk);
    var bytes = chunk.flip().asReadOnlyBuffer();
    if (bytes.hasRemaining()) {
      to.take(bytes);
    }
    int taken = bytes.position();
    var hasRoom = taken > 0 && queue.remove(taken);
    sender.passed(taken > 0, hasRoom);
    return !bytes.hasRemaining();
  }
}
