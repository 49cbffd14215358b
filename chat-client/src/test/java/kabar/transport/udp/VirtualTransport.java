package kabar.transport.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.Listener;
import kabar.api.transport.Transport;
import org.jspecify.annotations.Nullable;

/// What `UdpTransport` does, of the server or of a client, without threads and sockets.
final class VirtualTransport implements Transport {
  private final VirtualUdp udp;
  private final UdpSettings settings;
  private final Dialer dialer = new Dialer();
  private final List<UdpConnection> begun = new ArrayList<>();
  private final UdpGroup group = UdpGroup.empty();
  private @Nullable VirtualPort port;

  VirtualTransport(VirtualUdp udp, UdpSettings settings) {
    this.udp = udp;
    this.settings = settings;
  }

  @Override
  public Listener listen(URI uri, ConnectionHandler handler) {
    var accepted = new ArrayList<UdpConnection>();
    ConnectionHandler noted =
        connection -> {
          // A damaged packet may be taken for a bare request.
          if (connection instanceof UdpConnection one) {
            accepted.add(one);
          }
          return handler.opened(connection);
        };
    var keeper = new Doorkeeper(noted, settings.limits(), udp.network(), group);
    return new Door(uri, keeper, udp.joinServer(keeper), accepted);
  }

  @Override
  public Connection connect(URI uri, ConnectionHandler handler) throws IOException {
    var from = port == null ? udp.joinClient(dialer) : port;
    port = from;
    var patience = settings.connectTimeout().toMillis();
    var target = new Call.Target(uri, List.of(VirtualUdp.SERVER), patience);
    var answer = new Answer(from, handler);
    var call = new Call(from.endpoint(), dialer, target, answer);
    udp.time()
        .await(
            goOn -> {
              answer.goOn = goOn;
              from.endpoint().execute(call::begin);
            });
    return answer.connection();
  }

  @Override
  public void close() {
    begun.forEach(connection -> connection.abort(CloseCause.STOPPED));
    if (port != null) {
      port.endpoint().execute(dialer::hangUp);
      port.closeLater();
    }
  }

  /// How a call ends.
  private final class Answer implements Call.Caller {
    private final VirtualPort from;
    private final ConnectionHandler handler;
    private Runnable goOn = () -> {};
    private @Nullable UdpConnection opened;
    private IOException failure = new IOException("nobody has answered");

    Answer(VirtualPort from, ConnectionHandler handler) {
      this.from = from;
      this.handler = handler;
    }

    @Override
    public void accepted(long id, InetSocketAddress address) {
      var connection =
          new UdpConnection(from.endpoint(), id, address, group.connections(), settings.limits());
      opened = connection;
      begun.add(connection);
      udp.add(from, id);
      connection.open(handler);
      from.later(goOn);
    }

    @Override
    public void failed(IOException cause) {
      failure = cause;
      from.later(goOn);
    }

    Connection connection() throws IOException {
      if (opened == null) {
        throw failure;
      }
      return opened;
    }
  }

  /// The server's door, where nobody can wait.
  private record Door(
      URI address, Doorkeeper keeper, VirtualPort port, List<UdpConnection> accepted)
      implements Listener {

    @Override
    public Map<String, LongSupplier> counters() {
      return Map.of();
    }

    @Override
    public Stopped stop(Duration grace) {
      keeper.stop();
      accepted.forEach(connection -> connection.abort(CloseCause.STOPPED));
      port.closeLater();
      return Stopped.FORCED;
    }

    @Override
    public void close() {
      stop(Duration.ZERO);
    }
  }
}
