package kabar.transport.tcp;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import jdk.net.ExtendedSocketOptions;
import kabar.api.transport.Binding;
import kabar.api.transport.InternetAddress;

/// Opens sockets with the options that all of ours have.
final class Sockets {
  private static final int CONNECT_TIMEOUT_MILLIS = 10_000;

  /// A machine that died is noticed after about two minutes: 60 s of silence, then four probes.
  private static final Map<java.net.SocketOption<Integer>, Integer> KEEP_ALIVE =
      Map.of(
          ExtendedSocketOptions.TCP_KEEPIDLE, 60,
          ExtendedSocketOptions.TCP_KEEPINTERVAL, 15,
          ExtendedSocketOptions.TCP_KEEPCOUNT, 4);

  private Sockets() {}

  /// Opens server sockets.
  ///
  /// @param backlog connections that the system keeps until they are accepted
  record ServerSockets(int backlog) implements Binding.Opener<ServerSocketChannel> {

    @Override
    public ServerSocketChannel open(InetSocketAddress address) throws IOException {
      var channel = ServerSocketChannel.open(family(address));
      try {
        return channel.bind(address, backlog);
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    }

    @Override
    public int portOf(ServerSocketChannel channel) {
      return channel.socket().getLocalPort();
    }
  }

  /// Connects to the first address of the host that answers. Blocks.
  static SocketChannel connect(InternetAddress address) throws IOException {
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
            .formatted(address.uri(), failure == null ? "no address" : failure.getMessage()),
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

  private static StandardProtocolFamily family(InetSocketAddress address) {
    return address.getAddress() instanceof Inet4Address
        ? StandardProtocolFamily.INET
        : StandardProtocolFamily.INET6;
  }
}
