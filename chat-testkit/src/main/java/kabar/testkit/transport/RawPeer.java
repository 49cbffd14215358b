package kabar.testkit.transport;

import java.io.IOException;
import java.time.Duration;

/// A peer beneath the SPI: it does with the bytes of the wire what no well-behaved transport would.
/// It reads only when told to. Blocking; for one thread that sends and one that receives.
public interface RawPeer extends AutoCloseable {
  /// How long a peer waits for what has to come.
  Duration DEADLINE = Duration.ofSeconds(30);

  /// Sends bytes at once, whatever they are. May block while the other end reads nothing.
  void send(byte[] bytes) throws IOException;

  /// Reads so many bytes, fewer when the stream ends before.
  ///
  /// @throws java.net.SocketTimeoutException if nothing comes within {@link #DEADLINE}
  /// @throws IOException if the connection is reset
  byte[] receive(int count) throws IOException;

  /// Reads to the end of the stream.
  ///
  /// @throws java.net.SocketTimeoutException if nothing comes within {@link #DEADLINE}
  /// @throws IOException if the connection is reset
  byte[] receiveAll() throws IOException;

  /// Ends the output and leaves the input open.
  void finishOutput() throws IOException;

  /// Is gone without a farewell: a reset, where the wire knows one.
  void vanish() throws IOException;

  @Override
  void close() throws IOException;
}
