package kabar.transport.udp;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// A socket for datagrams, which may lose, repeat, reorder and damage them. Tests have others than
/// the system's.
interface DatagramPort extends Closeable {

  /// Where it is bound.
  InetSocketAddress address();

  /// Waits for a datagram and writes it to the buffer, cut off where the buffer ends. For one
  /// thread.
  ///
  /// @return who sent it; null if there is none and the wait was ended by {@link #wake}
  /// @throws java.nio.channels.ClosedChannelException if the port is closed, also meanwhile
  @Nullable InetSocketAddress receive(ByteBuffer target) throws IOException;

  /// Sends what stands between position and limit, or loses it. Any thread; does not wait for the
  /// peer.
  ///
  /// @throws IOException if the system refuses it; the port may still be used
  void send(ByteBuffer datagram, InetSocketAddress target) throws IOException;

  /// Ends a {@link #receive} that waits, or else the next one, in vain. Any thread.
  void wake();
}
