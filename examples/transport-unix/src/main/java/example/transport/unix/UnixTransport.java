package example.transport.unix;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.Listener;
import kabar.api.transport.Transport;

/// Both ends of Unix-domain sockets, with two virtual threads per connection and one thread that
/// looks after deadlines.
final class UnixTransport implements Transport {
  private static final long CHECK_MILLIS = 50;

  private final UnixSettings settings;
  private final Connections connected = new Connections();
  // What follows is guarded by this.
  private final List<UnixListener> listeners = new ArrayList<>();
  private ScheduledExecutorService timer;
  private boolean isClosed;

  /// Opens nothing yet: the first listener or connection starts the timer.
  UnixTransport(UnixSettings settings) {
    this.settings = settings;
  }

  @Override
  public Listener listen(URI uri, ConnectionHandler handler) throws IOException {
    var address = UnixAddress.parse(uri);
    requireOpen();
    var listener =
        new UnixListener(address, address.bind(settings.permissions()), handler, settings.limits());
    listener.start();
    remember(listener);
    return listener;
  }

  @Override
  public Connection connect(URI uri, ConnectionHandler handler) throws IOException {
    var address = UnixAddress.parse(uri);
    requireOpen();
    var connection = new UnixConnection(address.connect(), handler, connected, settings.limits());
    connection.start().join();
    return connection;
  }

  @Override
  public void close() {
    beginClose().forEach(UnixListener::close);
    connected.stop(Duration.ZERO);
  }

  private synchronized void requireOpen() throws IOException {
    if (isClosed) {
      throw new IOException("the unix transport is closed");
    }
    if (timer == null) {
      timer = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().factory());
      timer.scheduleWithFixedDelay(
          this::checkDeadlines, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void remember(UnixListener listener) {
    listeners.add(listener);
  }

  private synchronized List<UnixListener> beginClose() {
    isClosed = true;
    if (timer != null) {
      timer.shutdownNow();
    }
    return List.copyOf(listeners);
  }

  private void checkDeadlines() {
    connected.checkDeadlines();
    listeners().forEach(listener -> listener.connections().checkDeadlines());
  }

  private synchronized List<UnixListener> listeners() {
    return List.copyOf(listeners);
  }
}
