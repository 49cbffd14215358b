package kabar.transport.tcp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import kabar.api.transport.Timetable;

/// One thread that serves many connections.
///
/// A pass has four steps: read whatever is readable, run what others asked for, call who is due,
/// and write once for each connection that was offered something. Its two buffers are the only ones
/// that connections need while payloads arrive whole and peers read.
final class EventLoop {
  private static final System.Logger LOG = System.getLogger(EventLoop.class.getName());
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Selector selector;
  private final Thread thread;
  private final long originNanos = System.nanoTime();
  private final ByteBuffer readBuffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final ByteBuffer readView = readBuffer.asReadOnlyBuffer();
  private final ByteBuffer writeBuffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  /// Saves wake-ups while one is under way. A selection takes it away, so that this is reset after
  /// each, before tasks are looked for.
  private final AtomicBoolean wakeUpPending = new AtomicBoolean();

  private final Timetable timetable = new Timetable();
  private List<TcpConnection> offered = new ArrayList<>();
  private List<TcpConnection> flushing = new ArrayList<>();
  private volatile boolean stopped;

  private EventLoop(Selector selector, String name) {
    this.selector = selector;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  static EventLoop start(String name) throws IOException {
    var loop = new EventLoop(Selector.open(), name);
    loop.thread.start();
    return loop;
  }

  /// Runs a task in this pass or the next. Any thread. After a stop tasks are dropped.
  void execute(Runnable task) {
    tasks.add(task);
    if (!isCurrent() && wakeUpPending.compareAndSet(false, true)) {
      selector.wakeup();
    }
  }

  /// Whether the caller runs on this loop's thread.
  boolean isCurrent() {
    return Thread.currentThread().equals(thread);
  }

  /// Ends the thread once it has run the tasks given so far; waits for it unless called on it.
  void stop() throws InterruptedException {
    execute(() -> stopped = true);
    if (!isCurrent()) {
      thread.join();
    }
  }

  // What follows is for the loop's own thread.

  Selector selector() {
    return selector;
  }

  Timetable timetable() {
    return timetable;
  }

  /// Milliseconds since the loop was made: 0 or more, never going back.
  long now() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - originNanos);
  }

  /// The buffer to read into. What is read has to be dealt with before the next channel is read.
  ByteBuffer readBuffer() {
    return readBuffer.clear();
  }

  /// A read-only view of the first bytes of the read buffer.
  ByteBuffer readView(int length) {
    return readView.limit(length).position(0);
  }

  /// The buffer to write from, empty.
  ByteBuffer writeBuffer() {
    return writeBuffer.clear();
  }

  /// Has the connection flushed at the end of this pass. Once per connection and pass.
  void flushLater(TcpConnection connection) {
    offered.add(connection);
  }

  /// Lets closed channels go: a channel that is registered keeps its socket until the next
  /// selection, and a server's socket goes on accepting.
  void deregisterClosed() throws IOException {
    selector.selectNow(EventLoop::ready);
    wakeUpPending.set(false);
  }

  private void run() {
    try (selector) {
      while (!stopped) {
        pass();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the selector of " + thread.getName() + " failed", e);
    }
  }

  private void pass() throws IOException {
    if (tasks.isEmpty() && offered.isEmpty()) {
      selector.select(EventLoop::ready, timetable.idleMillis(now()));
    } else {
      selector.selectNow(EventLoop::ready);
    }
    wakeUpPending.set(false);
    runTasks();
    timetable.expire(now());
    flush();
  }

  private static void ready(SelectionKey key) {
    if (key.attachment() instanceof Selectable selectable && key.isValid()) {
      try {
        selectable.ready(key.readyOps());
      } catch (RuntimeException e) {
        report(e);
      }
    }
  }

  private void runTasks() {
    for (var task = tasks.poll(); task != null; task = tasks.poll()) {
      try {
        task.run();
      } catch (RuntimeException e) {
        report(e);
      }
    }
  }

  private void flush() {
    var now = offered;
    offered = flushing;
    flushing = now;
    for (var connection : now) {
      try {
        connection.flush();
      } catch (RuntimeException e) {
        report(e);
      }
    }
    now.clear();
  }

  /// A bug in one connection's handling must not end the thread of all. (Receivers are guarded by
  /// their connection already.)
  private static void report(RuntimeException bug) {
    LOG.log(System.Logger.Level.ERROR, "a step of the event loop failed", bug);
  }

  /// What a selection key is attached to.
  interface Selectable {

    /// The channel is ready for these operations of {@link SelectionKey}.
    void ready(int operations);
  }
}
