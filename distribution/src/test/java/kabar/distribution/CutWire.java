package kabar.distribution;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A wire between clients and a server that can be cut: both ends then see their connection end.
/// Whoever comes next is through again.
final class CutWire implements AutoCloseable {
  private final int target;
  private final ServerSocket door;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  /// @param target the server's port on this machine
  CutWire(int target) throws IOException {
    this.target = target;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::admit);
  }

  /// Where clients come in.
  String url() {
    return "tcp://127.0.0.1:" + door.getLocalPort();
  }

  /// Cuts all that is through.
  void cut() throws IOException {
    for (var socket : sockets) {
      socket.close();
    }
    sockets.clear();
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        var client = door.accept();
        sockets.add(client);
        var server = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(server);
        Thread.startVirtualThread(() -> pass(client, server));
        Thread.startVirtualThread(() -> pass(server, client));
      } catch (IOException e) {
        // It was cut, or the server is away.
      }
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // It was cut.
    }
  }
}
