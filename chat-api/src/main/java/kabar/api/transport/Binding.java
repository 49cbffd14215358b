package kabar.api.transport;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/// Binds every address that a host stands for, all to one port.
public final class Binding {
  private static final int SAME_PORT_ATTEMPTS = 20;

  private Binding() {}

  /// Opens sockets of one kind.
  ///
  /// @param <S> the kind
  public interface Opener<S extends Closeable> {

    /// Opens a socket bound to an address; port 0 means any free one.
    ///
    /// @throws BindException if the address is taken or not one of this machine
    /// @throws IOException if there can be no socket; then none is left open
    S open(InetSocketAddress address) throws IOException;

    /// The port that a socket is bound to.
    int portOf(S socket) throws IOException;
  }

  /// Opens a socket for each address of the host.
  ///
  /// @return one or more sockets with the same port
  /// @throws IOException naming the address, if one cannot be had; then none is open
  public static <S extends Closeable> List<S> bind(InternetAddress address, Opener<S> opener)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return bindAll(address.resolve(), opener);
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

  private static <S extends Closeable> List<S> bindAll(
      List<InetSocketAddress> wanted, Opener<S> opener) throws IOException {
    var bound = new ArrayList<S>();
    try {
      int port = wanted.getFirst().getPort();
      for (var address : wanted) {
        var socket = opener.open(new InetSocketAddress(address.getAddress(), port));
        bound.add(socket);
        port = opener.portOf(socket);
      }
      return List.copyOf(bound);
    } catch (IOException e) {
      for (var socket : bound) {
        socket.close();
      }
      throw e;
    }
  }

  /// Why nothing listens at an address, in a sentence that names it.
  static IOException cannotListen(InternetAddress address, IOException cause) {
    return new IOException(
        "cannot listen at '%s': %s (expected a free address of this machine; port 0 means any port)"
            .formatted(address.uri(), cause.getMessage()),
        cause);
  }
}
