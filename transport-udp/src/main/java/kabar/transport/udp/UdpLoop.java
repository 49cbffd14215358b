package kabar.transport.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// The thread of one endpoint: waits for a datagram, passes it on, and again.
final class UdpLoop {
  private static final System.Logger LOG = System.getLogger(UdpLoop.class.getName());

  /// No datagram is longer.
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Endpoint endpoint;
  private final Alarm alarm;
  private final Thread thread;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  private UdpLoop(String name, Endpoint endpoint, Alarm alarm) {
    this.endpoint = endpoint;
    this.alarm = alarm;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  /// @param alarm wakes the endpoint's port when somebody is due there
  static UdpLoop start(String name, Endpoint endpoint, Alarm alarm) {
    var loop = new UdpLoop(name, endpoint, alarm);
    loop.thread.start();
    return loop;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /// Waits for something that is done on the thread, or until the thread has ended without it.
  ///
  /// @return whether it was done
  <T> boolean await(CompletableFuture<T> done) {
    try {
      CompletableFuture.anyOf(done, ended).join();
    } catch (CompletionException e) {
      return true;
    }
    return done.isDone();
  }

  /// Waits until the pass under way is over.
  void awaitPass() {
    var over = new CompletableFuture<Void>();
    endpoint.execute(() -> over.complete(null));
    await(over);
  }

  /// Closes the port once the tasks given so far have run, and ends the thread. Waits for it,
  /// unless called on it.
  void stop() {
    endpoint.execute(this::close);
    if (endpoint.isCurrent()) {
      return;
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    endpoint.adopt();
    try {
      while (true) {
        pass();
      }
    } catch (ClosedChannelException e) {
      LOG.log(System.Logger.Level.DEBUG, "{0} ends", thread.getName());
    } catch (IOException e) {
      LOG.log(System.Logger.Level.ERROR, "reading a udp socket failed", e);
    } finally {
      ended.complete(null);
    }
  }

  private void pass() throws IOException {
    if (endpoint.hasWork()) {
      // Everybody who waits in the socket has a turn before the work that came meanwhile.
      endpoint.port().wake();
    }
    alarm.set(endpoint.idleMillis());
    var from = receive();
    endpoint.pass(from, buffer.flip());
  }

  private @Nullable InetSocketAddress receive() throws IOException {
    try {
      return endpoint.port().receive(buffer.clear());
    } catch (ClosedChannelException e) {
      throw e;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a datagram could not be read", e);
      return null;
    }
  }

  private void close() {
    try {
      endpoint.port().close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "closing a socket failed", e);
    }
  }
}
