package kabar.transport.udp;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;

/// A socket of the system, read by blocking calls: one system call for each datagram.
///
/// A thread that waits in one is woken by an empty datagram that the socket sends to itself. Where
/// there is no room for it, others are there to be read; an empty one from elsewhere is a wake-up
/// for nothing. The system may lose it: hence `InsistentPort`.
final class ChannelPort implements DatagramPort {
  private static final System.Logger LOG = System.getLogger(ChannelPort.class.getName());

  private final DatagramChannel channel;
  private final InetSocketAddress address;
  private final InetSocketAddress itself;

  private ChannelPort(DatagramChannel channel) throws IOException {
    this.channel = channel;
    this.address = (InetSocketAddress) channel.getLocalAddress();
    this.itself =
        address.getAddress().isAnyLocalAddress()
            ? new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort())
            : address;
  }

  /// Opens one at an address of this machine, port 0 meaning any.
  ///
  /// @param bufferBytes how much the system is asked to keep until it is read
  static ChannelPort open(InetSocketAddress address, int bufferBytes) throws IOException {
    var isV4 = address.getAddress() instanceof Inet4Address;
    return bound(
        DatagramChannel.open(isV4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6),
        address,
        bufferBytes);
  }

  /// Opens one that reaches every address this machine can reach, at any port.
  static ChannelPort openAnywhere(int bufferBytes) throws IOException {
    return bound(DatagramChannel.open(), new InetSocketAddress(0), bufferBytes);
  }

  private static ChannelPort bound(
      DatagramChannel channel, InetSocketAddress address, int bufferBytes) throws IOException {
    try {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, bufferBytes);
      channel.bind(address);
      return new ChannelPort(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public @Nullable InetSocketAddress receive(ByteBuffer target) throws IOException {
    int start = target.position();
    var from = (InetSocketAddress) channel.receive(target);
    return target.position() == start ? null : from;
  }

  @Override
  public void send(ByteBuffer datagram, InetSocketAddress target) throws IOException {
    channel.send(datagram, target);
  }

  @Override
  public void wake() {
    try {
      channel.send(ByteBuffer.allocate(0), itself);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a socket could not be woken", e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
