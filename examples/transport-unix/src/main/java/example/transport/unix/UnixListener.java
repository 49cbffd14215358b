package example.transport.unix;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.Listener;
import kabar.api.transport.TransportLimits;

/// One server socket, the virtual thread that accepts there, and what was accepted.
final class UnixListener implements Listener {
  private static final System.Logger LOG = System.getLogger(UnixListener.class.getName());
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(100);

  private final UnixAddress address;
  private final ServerSocketChannel server;
  private final ConnectionHandler handler;
  private final TransportLimits limits;
  private final Connections connections = new Connections();
  private final Map<String, LongSupplier> counters = connections.counters();
  private final Thread acceptor =
      Thread.ofVirtual().name("unix-acceptor").unstarted(this::acceptAll);

  UnixListener(
      UnixAddress address,
      ServerSocketChannel server,
      ConnectionHandler handler,
      TransportLimits limits) {
    this.address = address;
    this.server = server;
    this.handler = handler;
    this.limits = limits;
  }

  void start() {
    acceptor.start();
  }

  Connections connections() {
    return connections;
  }

  @Override
  public URI address() {
    return address.uri();
  }

  @Override
  public Map<String, LongSupplier> counters() {
    return counters;
  }

  @Override
  public Stopped stop(Duration grace) {
    stopAccepting();
    return connections.stop(grace);
  }

  @Override
  public void close() {
    stop(Duration.ZERO);
  }

  /// The file goes first, so that a successor's is never taken away. Afterwards no accept is under
  /// way any more.
  private synchronized void stopAccepting() {
    try {
      if (server.isOpen()) {
        Files.deleteIfExists(address.path());
        server.close();
      }
      acceptor.join();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "could not remove " + address.path(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void acceptAll() {
    while (server.isOpen()) {
      try {
        new UnixConnection(server.accept(), handler, connections, limits).start();
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        // No file descriptors left, say: others will be closed.
        LOG.log(System.Logger.Level.WARNING, "could not accept at " + address.uri(), e);
        rest();
      }
    }
  }

  private static void rest() {
    try {
      Thread.sleep(PAUSE_AFTER_FAILURE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
