package kabar.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;

/// How the sockets of a load carry requests.
enum Wire {
  /// Over TCP, as many as are under way in one piece.
  STREAM,
  /// Each in a datagram of its own.
  DATAGRAMS;

  /// Connects a socket; blocks meanwhile.
  LoadConnection.Ends open(InetSocketAddress address) throws IOException {
    return switch (this) {
      case STREAM -> {
        var channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        yield new LoadConnection.Ends(channel, channel);
      }
      case DATAGRAMS -> {
        var channel = DatagramChannel.open().connect(address);
        channel.configureBlocking(false);
        yield new LoadConnection.Ends(channel, channel);
      }
    };
  }
}
