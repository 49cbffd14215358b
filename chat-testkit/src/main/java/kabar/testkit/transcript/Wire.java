package kabar.testkit.transcript;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import kabar.api.transport.Transport;

/// A client's connection to a server. It speaks the text dialect, or JSON-RPC in lines. For one
/// thread.
public interface Wire extends AutoCloseable {
  /// How long a reply may take.
  Duration DEADLINE = Duration.ofSeconds(30);

  /// A connection over a plain socket, which is connected and from now on the wire's.
  static Wire over(Socket socket) throws IOException {
    return new SocketWire(socket, Replies.EMPTY_LINE);
  }

  /// A new connection through a transport, whichever it is.
  static Wire over(Transport transport, URI address) throws IOException {
    return TransportWire.connect(transport, address, Replies.EMPTY_LINE);
  }

  /// Bare datagrams of a socket, which is connected to the server and from now on the wire's: what
  /// is
  /// sent at once is one request, and one datagram is its answer. What gets lost is not sent again.
  static Wire bareOver(DatagramSocket socket) throws IOException {
    return new DatagramWire(socket);
  }

  /// A connection for JSON-RPC over a plain socket, which is connected and from now on the wire's.
  static Wire linesOver(Socket socket) throws IOException {
    return new SocketWire(socket, Replies.LINE_END);
  }

  /// A new connection for JSON-RPC through a transport, whichever it is.
  static Wire linesOver(Transport transport, URI address) throws IOException {
    return TransportWire.connect(transport, address, Replies.LINE_END);
  }

  /// Sends bytes at once, a whole request or not.
  void send(byte[] bytes) throws IOException;

  /// Waits for the next reply or line and answers it, without its CR LF CR LF or LF, a character
  /// for each byte.
  ///
  /// @throws IOException if the connection ends, or nothing comes within {@link #DEADLINE}
  String receive() throws IOException;

  @Override
  void close() throws IOException;
}
