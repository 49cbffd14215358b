package kabar.bench;

import java.io.IOException;
import java.net.InetSocketAddress;

/// Sends letters over one connection at a time, several on their way, as fast as they are answered.
interface Sender {

  /// What it sent, and what of it was acknowledged.
  Track track();

  /// Of its own login, which outlives the server.
  String token();

  /// Sends until the server is gone.
  ///
  /// @throws BenchException if an answer is not the right one
  /// @throws IOException when the server is gone
  void send(InetSocketAddress address) throws IOException;

  /// Sends nothing new, and once more whatever it may send again.
  ///
  /// @throws IOException as above
  void settle(InetSocketAddress address) throws IOException;
}
