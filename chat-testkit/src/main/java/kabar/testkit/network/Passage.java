package kabar.testkit.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// One connection that leads through a proxy: two sockets, and a thread for each direction.
final class Passage {
  private static final int BUFFER_BYTES = 8 * 1024;

  private final Socket client;
  private final Socket server = new Socket();
  private final Gate gate;
  private final Consumer<Passage> ended;
  private final AtomicBoolean isHalfDone = new AtomicBoolean();

  /// @param ended hears once that nothing passes any more
  Passage(Socket client, Gate gate, Consumer<Passage> ended) {
    this.client = client;
    this.gate = gate;
    this.ended = ended;
  }

  /// Connects to the server and lets bytes pass.
  void begin(InetSocketAddress address) {
    Thread.ofVirtual()
        .name("proxy-in")
        .start(
            () -> {
              try {
                gate.pass();
                client.setTcpNoDelay(true);
                server.connect(address);
                server.setTcpNoDelay(true);
                Thread.ofVirtual().name("proxy-out").start(() -> carry(server, client));
                carry(client, server);
              } catch (IOException | InterruptedException e) {
                reset();
              }
            });
  }

  /// Ends both sides at once; neither gets what is still on its way.
  void reset() {
    reset(client);
    reset(server);
    ended.accept(this);
  }

  private void carry(Socket from, Socket to) {
    var buffer = new byte[BUFFER_BYTES];
    try {
      for (int count = from.getInputStream().read(buffer);
          count >= 0;
          count = from.getInputStream().read(buffer)) {
        gate.pass();
        to.getOutputStream().write(buffer, 0, count);
      }
      to.shutdownOutput();
      finish();
    } catch (IOException | InterruptedException e) {
      reset();
    }
  }

  /// One side may still speak when the other has said all.
  private void finish() throws IOException {
    if (!isHalfDone.compareAndSet(false, true)) {
      client.close();
      server.close();
      ended.accept(this);
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // It was closed before, which is what is wanted.
    }
  }
}
