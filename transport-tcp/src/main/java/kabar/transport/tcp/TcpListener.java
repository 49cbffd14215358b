package kabar.transport.tcp;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import kabar.api.transport.Listener;

/// The server sockets of one URL and the connections accepted there.
final class TcpListener implements Listener {
  private final URI address;
  private final EventLoop loop;
  private final List<ServerSocketChannel> channels;
  private final TcpGroup group;
  private final Map<String, LongSupplier> counters;
  private final AtomicBoolean isStopped = new AtomicBoolean();

  TcpListener(URI address, EventLoop loop, List<ServerSocketChannel> channels, TcpGroup group) {
    this.address = address;
    this.loop = loop;
    this.channels = channels;
    this.group = group;
    this.counters = group.counters().byName(group.connections()::count);
  }

  @Override
  public URI address() {
    return address;
  }

  @Override
  public Map<String, LongSupplier> counters() {
    return counters;
  }

  @Override
  public Stopped stop(Duration grace) {
    if (isStopped.compareAndSet(false, true)) {
      stopAccepting();
    }
    return group.connections().stop(grace);
  }

  @Override
  public void close() {
    stop(Duration.ZERO);
  }

  /// On the loop's thread, so that no accept is under way when this returns.
  private void stopAccepting() {
    var closed = new CompletableFuture<Void>();
    loop.execute(
        () -> {
          try {
            Sockets.closeAll(channels);
            loop.deregisterClosed();
            closed.complete(null);
          } catch (IOException e) {
            closed.completeExceptionally(e);
          }
        });
    closed.join();
  }
}
