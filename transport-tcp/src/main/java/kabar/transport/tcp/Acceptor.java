package kabar.transport.tcp;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import kabar.api.transport.Timed;

/// Accepts at one address. Confined to its loop's thread.
///
/// When the process has no descriptor left, accepting pauses and is tried again soon: those who
/// wait stay in the system's backlog, and those who are connected are served on.
final class Acceptor implements EventLoop.Selectable, Timed {
  private static final System.Logger LOG = System.getLogger(Acceptor.class.getName());
  private static final long RETRY_MILLIS = 100;

  private final EventLoop loop;
  private final ServerSocketChannel channel;
  private final TcpCounters counters;
  private final Consumer<SocketChannel> accepted;
  private boolean isPaused;

  Acceptor(
      EventLoop loop,
      ServerSocketChannel channel,
      TcpCounters counters,
      Consumer<SocketChannel> accepted) {
    this.loop = loop;
    this.channel = channel;
    this.counters = counters;
    this.accepted = accepted;
  }

  void start() throws IOException {
    channel.configureBlocking(false);
    channel.register(loop.selector(), SelectionKey.OP_ACCEPT, this);
  }

  /// Accepts all who wait, so that a burst costs one wake-up.
  @Override
  public void ready(int operations) {
    try {
      for (var next = channel.accept(); next != null; next = channel.accept()) {
        resume();
        counters.accepted.increment();
        accepted.accept(next);
      }
    } catch (IOException e) {
      pause(e);
    }
  }

  @Override
  public long expire(long now) {
    ready(SelectionKey.OP_ACCEPT);
    if (isPaused) {
      return now + RETRY_MILLIS;
    }
    listen(SelectionKey.OP_ACCEPT);
    return NEVER;
  }

  private void pause(IOException cause) {
    if (!channel.isOpen()) {
      return;
    }
    if (!isPaused) {
      isPaused = true;
      counters.acceptPauses.increment();
      LOG.log(
          System.Logger.Level.WARNING,
          "accepting pauses at {0}: {1}",
          channel.socket().getLocalSocketAddress(),
          cause.getMessage());
      listen(0);
    }
    loop.timetable().add(this, loop.now() + RETRY_MILLIS);
  }

  private void resume() {
    if (isPaused) {
      isPaused = false;
      LOG.log(
          System.Logger.Level.INFO,
          "accepting goes on at {0}",
          channel.socket().getLocalSocketAddress());
    }
  }

  private void listen(int operations) {
    var key = channel.keyFor(loop.selector());
    if (key != null && key.isValid()) {
      key.interestOps(operations);
    }
  }
}
