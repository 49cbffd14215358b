package kabar.server.control;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The server's end: takes the operator's commands, a few at a time, each on a thread of its own.
public final class ControlSocket implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ControlSocket.class.getName());
  private static final int MOST_AT_ONCE = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long PAUSE_MILLIS = 500;

  private final SocketFile file;
  private final ServerSocketChannel channel;
  private final String version;
  private final Map<String, Operation> operations;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread acceptor;

  /// Guarded by itself.
  private final Set<ControlConnection> running = new HashSet<>();

  private ControlSocket(
      SocketFile file,
      ServerSocketChannel channel,
      String version,
      Map<String, Operation> operations) {
    this.file = file;
    this.channel = channel;
    this.version = version;
    this.operations = operations;
    this.acceptor = Thread.ofPlatform().daemon().name("kabar-control").start(this::acceptAll);
  }

  /// Begins to listen.
  ///
  /// @param folder the data folder, locked by the caller: whatever socket is there is of a server
  ///     that was killed
  /// @param version of this program
  /// @param operations by the names of their commands
  /// @throws IOException if there can be no socket
  public static ControlSocket open(Path folder, String version, Map<String, Operation> operations)
      throws IOException {
    var file = new SocketFile(folder);
    return new ControlSocket(file, file.listen(), version, Map.copyOf(operations));
  }

  /// Ends all commands that run, which tell so, and removes the socket.
  @Override
  public void close() throws IOException {
    closing.countDown();
    channel.close();
    Files.deleteIfExists(file.path());
    join(acceptor);
    List<ControlConnection> left;
    synchronized (running) {
      left = List.copyOf(running);
    }
    left.forEach(ControlConnection::stop);
    for (var connection : left) {
      connection.awaitEnd(PATIENCE);
    }
  }

  private void acceptAll() {
    while (closing.getCount() > 0) {
      try {
        serve(channel.accept());
      } catch (IOException e) {
        if (closing.getCount() > 0) {
          LOG.log(System.Logger.Level.WARNING, "a command of the operator was not accepted", e);
          // Without file descriptors it would fail at once again.
          pause();
        }
      }
    }
  }

  private void serve(SocketChannel peer) {
    var connection = new ControlConnection(new Wire(peer), version, operations);
    boolean hasRoom;
    synchronized (running) {
      hasRoom = running.size() < MOST_AT_ONCE && running.add(connection);
    }
    if (hasRoom) {
      connection.start(() -> forget(connection));
    } else {
      connection.refuse(
          "%d commands are running (expected fewer; try again later)".formatted(MOST_AT_ONCE));
    }
  }

  private void forget(ControlConnection connection) {
    synchronized (running) {
      running.remove(connection);
    }
  }

  private void pause() {
    try {
      closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
