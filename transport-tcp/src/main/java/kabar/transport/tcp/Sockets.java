package kabar.transport.tcp;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.net.ExtendedSocketOptions;

/// Opens sockets with the options that all of ours have.
final class Sockets {
  private static final int CONNECT_TIMEOUT_MILLIS = 10_000;
  private static final int SAME_PORT_ATTEMPTS = 20;

  /// A machine that died is noticed after about two minutes: 60 s of silence, then four probes.
  private static final Map<java.net.SocketOption<Integer>, Integer> KEEP_ALIVE =
      Map.of(
          ExtendedSocketOptions.TCP_KEEPIDLE, 60,
          ExtendedSocketOptions.TCP_KEEPINTERVAL, 15,
          ExtendedSocketOptions.TCP_KEEPCOUNT, 4);

  private Sockets() {}

  /// Binds every address that the host stands for, all to one port.
  ///
  /// @throws IOException if one cannot be had; then none is open
  static List<ServerSocketChannel> bind(TcpAddress address, int backlog) throws IOException {
    var wanted = resolve(address);
    for (int attempt = 1; ; attempt++) {
      try {
        return bindAll(wanted, backlog);
      } catch (BindException e) {
        // A free port of the first address may be taken at the second: another one then.
        if (address.port() != 0 || attempt == SAME_PORT_ATTEMPTS) {
          throw cannotListen(address, e);
        }
      } catch (IOException e) {
        throw cannotListen(address, e);
      }
    }
  }

  /// The addresses to listen at.
  static List<InetSocketAddress> resolve(TcpAddress address) throws IOException {
    try {
      return address.resolve();
    } catch (UnknownHostException e) {
      throw cannotListen(address, e);
    }
  }

  /// Connects to the first address of the host that answers. Blocks.
  static SocketChannel connect(TcpAddress address) throws IOException {
    IOException failure = null;
    for (var candidate : address.resolve()) {
      var channel = SocketChannel.open();
      try {
        channel.socket().connect(candidate, CONNECT_TIMEOUT_MILLIS);
        return channel;
      } catch (IOException e) {
        channel.close();
        failure = e;
      }
    }
    throw new IOException(
        "cannot connect to %s: %s"
            .formatted(
                address.withPort(address.port()),
                failure == null ? "no address" : failure.getMessage()),
        failure);
  }

  /// Makes a connected channel one of ours.
  static void configure(SocketChannel channel) throws IOException {
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    for (var option : KEEP_ALIVE.entrySet()) {
      if (channel.supportedOptions().contains(option.getKey())) {
        channel.setOption(option.getKey(), option.getValue());
      }
    }
  }

  /// Closes what is open, as part of giving up.
  static void closeAll(List<? extends java.nio.channels.Channel> channels) throws IOException {
    for (var channel : channels) {
      channel.close();
    }
  }

  private static List<ServerSocketChannel> bindAll(List<InetSocketAddress> wanted, int backlog)
      throws IOException {
    var bound = new ArrayList<ServerSocketChannel>();
    try {
      int port = wanted.getFirst().getPort();
      for (var address : wanted) {
        var channel = ServerSocketChannel.open(family(address));
        bound.add(channel);
        channel.bind(new InetSocketAddress(address.getAddress(), port), backlog);
        port = channel.socket().getLocalPort();
      }
      return List.copyOf(bound);
    } catch (IOException e) {
      closeAll(bound);
      throw e;
    }
  }

  private static StandardProtocolFamily family(InetSocketAddress address) {
    return address.getAddress() instanceof Inet4Address
        ? StandardProtocolFamily.INET
        : StandardProtocolFamily.INET6;
  }

  private static IOException cannotListen(TcpAddress address, IOException cause) {
    return new IOException(
        "cannot listen at '%s': %s (expected a free address of this machine; port 0 means any port)"
            .formatted(address.withPort(address.port()), cause.getMessage()),
        cause);
  }
}
