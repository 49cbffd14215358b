package kabar.transport.tcp;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import kabar.api.transport.Binding;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.InternetAddress;
import kabar.api.transport.Listener;
import kabar.api.transport.Transport;

/// TCP's loops, shared by all listeners and connects of one transport. The loops start with the
/// first of those.
final class TcpTransport implements Transport {
  private static final System.Logger LOG = System.getLogger(TcpTransport.class.getName());

  private final TcpSettings settings;
  private final TcpGroup connected = TcpGroup.empty();
  private final List<TcpListener> listeners = new ArrayList<>();
  private final List<EventLoop> loops = new ArrayList<>();
  private int nextLoop;
  private boolean isClosed;

  TcpTransport(TcpSettings settings) {
    this.settings = settings;
  }

  @Override
  public Listener listen(URI uri, ConnectionHandler handler) throws IOException {
    var address = InternetAddress.parse(TcpTransportProvider.NAME, uri);
    address.requireLoopback(settings.insecure());
    var loop = nextLoop();
    var channels = Binding.bind(address, new Sockets.ServerSockets(settings.backlog()));
    var group = TcpGroup.empty();
    var listener =
        new TcpListener(
            address.withPort(channels.getFirst().socket().getLocalPort()), loop, channels, group);
    remember(listener);
    try {
      for (var channel : channels) {
        onLoop(
            loop,
            new Acceptor(loop, channel, group.counters(), c -> serve(c, group, handler))::start);
      }
    } catch (IOException e) {
      listener.close();
      throw e;
    }
    return listener;
  }

  @Override
  public Connection connect(URI uri, ConnectionHandler handler) throws IOException {
    var loop = nextLoop();
    var channel = Sockets.connect(InternetAddress.parse(TcpTransportProvider.NAME, uri));
    Sockets.configure(channel);
    var connection = new TcpConnection(channel, loop, connected, settings.limits());
    onLoop(loop, () -> connection.open(handler));
    return connection;
  }

  @Override
  public void close() {
    for (var listener : beginClose()) {
      listener.close();
    }
    connected.connections().stop(Duration.ZERO);
    for (var loop : loops()) {
      try {
        loop.stop();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void serve(SocketChannel channel, TcpGroup group, ConnectionHandler handler) {
    try {
      Sockets.configure(channel);
      var loop = nextLoop();
      var connection = new TcpConnection(channel, loop, group, settings.limits());
      loop.execute(() -> connection.open(handler));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a peer was gone before it was served", e);
      closeQuietly(channel);
    }
  }

  private static void closeQuietly(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "closing a socket failed", e);
    }
  }

  private synchronized void remember(TcpListener listener) {
    listeners.add(listener);
  }

  private synchronized EventLoop nextLoop() throws IOException {
    if (isClosed) {
      throw new IOException("the tcp transport is closed");
    }
    if (loops.size() < settings.loops()) {
      loops.add(EventLoop.start("kabar-tcp-" + loops.size()));
    }
    return loops.get(nextLoop++ % loops.size());
  }

  private synchronized List<TcpListener> beginClose() {
    isClosed = true;
    return List.copyOf(listeners);
  }

  private synchronized List<EventLoop> loops() {
    return List.copyOf(loops);
  }

  /// Runs a step on a loop and waits for it.
  private static void onLoop(EventLoop loop, IoStep step) throws IOException {
    if (loop.isCurrent()) {
      step.run();
      return;
    }
    var done = new CompletableFuture<Void>();
    loop.execute(
        () -> {
          try {
            step.run();
            done.complete(null);
          } catch (IOException e) {
            done.completeExceptionally(e);
          }
        });
    try {
      done.join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause());
    }
  }

  @FunctionalInterface
  private interface IoStep {
    void run() throws IOException;
  }
}
