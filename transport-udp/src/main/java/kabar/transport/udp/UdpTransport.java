package kabar.transport.udp;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import kabar.api.transport.Binding;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.InternetAddress;
import kabar.api.transport.Listener;
import kabar.api.transport.Transport;
import org.jspecify.annotations.Nullable;

/// A thread for each port that is listened at, one for all connections that are begun here, and one
/// that wakes them when somebody is due. All start with the first listener or connect.
final class UdpTransport implements Transport {
  /// How long a thread may take to wake before it is woken again.
  private static final Duration WAKE_UP = Duration.ofSeconds(1);

  private final UdpSettings settings;
  private final Network network;
  private final UdpGroup begun = UdpGroup.empty();
  private final Dialer dialer = new Dialer();
  private final List<Listener> listeners = new ArrayList<>();
  private @Nullable ScheduledThreadPoolExecutor timer;
  private @Nullable UdpLoop dialing;
  private int nextThread;
  private boolean isClosed;

  UdpTransport(UdpSettings settings, Network network) {
    this.settings = settings;
    this.network = network;
  }

  @Override
  public Listener listen(URI uri, ConnectionHandler handler) throws IOException {
    var address = InternetAddress.parse(UdpTransportProvider.NAME, uri);
    address.requireLoopback(settings.insecure());
    var ports = Binding.bind(address, new Ports(network));
    var group = UdpGroup.empty();
    var counters = new UdpCounters();
    var doors = new ArrayList<UdpListener.Door>();
    for (var port : ports) {
      var keeper = new Doorkeeper(handler, settings.limits(), network, group);
      doors.add(new UdpListener.Door(keeper, start(port, counters, keeper)));
    }
    int port = ports.getFirst().address().getPort();
    var listener = new UdpListener(address.withPort(port), List.copyOf(doors), group, counters);
    remember(listener);
    return listener;
  }

  @Override
  public Connection connect(URI uri, ConnectionHandler handler) throws IOException {
    var address = InternetAddress.parse(UdpTransportProvider.NAME, uri);
    var loop = dialing();
    var endpoint = loop.endpoint();
    if (endpoint.isCurrent()) {
      throw new IllegalStateException("connect waits, which a thread of the transport must not");
    }
    var target = new Call.Target(uri, address.resolve(), settings.connectTimeout().toMillis());
    var caller = new Opener(endpoint, handler);
    endpoint.execute(() -> new Call(endpoint, dialer, target, caller).begin());
    return caller.await(loop);
  }

  @Override
  public void close() {
    for (var listener : beginClose()) {
      listener.close();
    }
    begun.stop(Duration.ZERO);
    var last = dialing;
    if (last != null) {
      last.endpoint().execute(dialer::hangUp);
      last.stop();
    }
    if (timer != null) {
      timer.shutdownNow();
    }
  }

  private synchronized UdpLoop start(DatagramPort port, UdpCounters counters, Endpoint.Role role)
      throws IOException {
    if (isClosed) {
      port.close();
      throw closed();
    }
    var insistent = new InsistentPort(port, timer(), WAKE_UP);
    var alarm = new Alarm(timer(), network, insistent::wake);
    var endpoint = new Endpoint(insistent, network, counters, role);
    return UdpLoop.start("kabar-udp-" + nextThread++, endpoint, alarm);
  }

  private synchronized UdpLoop dialing() throws IOException {
    if (isClosed) {
      throw closed();
    }
    if (dialing == null) {
      dialing = start(network.openAnywhere(), new UdpCounters(), dialer);
    }
    return dialing;
  }

  private static IOException closed() {
    return new IOException("the udp transport is closed");
  }

  private ScheduledThreadPoolExecutor timer() {
    if (timer == null) {
      timer =
          new ScheduledThreadPoolExecutor(
              1, Thread.ofPlatform().daemon().name("kabar-udp-timer").factory());
      timer.setRemoveOnCancelPolicy(true);
      timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }
    return timer;
  }

  private synchronized void remember(Listener listener) {
    listeners.add(listener);
  }

  private synchronized List<Listener> beginClose() {
    isClosed = true;
    return List.copyOf(listeners);
  }

  /// Opens the ports of a listener.
  private record Ports(Network network) implements Binding.Opener<DatagramPort> {

    @Override
    public DatagramPort open(InetSocketAddress address) throws IOException {
      return network.open(address);
    }

    @Override
    public int portOf(DatagramPort port) {
      return port.address().getPort();
    }
  }

  /// Makes the connection that was called for, on the endpoint's thread, while its caller waits.
  private final class Opener implements Call.Caller {
    private final Endpoint endpoint;
    private final ConnectionHandler handler;
    private final CompletableFuture<UdpConnection> connected = new CompletableFuture<>();

    Opener(Endpoint endpoint, ConnectionHandler handler) {
      this.endpoint = endpoint;
      this.handler = handler;
    }

    @Override
    public void accepted(long id, InetSocketAddress address) {
      var connection =
          new UdpConnection(endpoint, id, address, begun.connections(), settings.limits());
      connection.open(handler);
      connected.complete(connection);
    }

    @Override
    public void failed(IOException cause) {
      connected.completeExceptionally(cause);
    }

    UdpConnection await(UdpLoop loop) throws IOException {
      if (!loop.await(connected)) {
        throw closed();
      }
      try {
        return connected.join();
      } catch (CompletionException e) {
        throw new IOException(
            requireNonNull(e.getCause(), "a failure has a cause").getMessage(), e.getCause());
      }
    }
  }
}
