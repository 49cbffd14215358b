package kabar.testkit.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A server of the JSON-RPC dialect on loopback TCP that lets anybody in, as `messi`, and whose
/// every name, message, word of presence and error is one of {@link HostileTexts}. It refuses what
/// is sent to it, each time in other words. Thread-safe.
public final class HostileServer implements AutoCloseable {
  /// Whose messages are all the texts, and who tells further ones.
  public static final String ENEMY = "mallory";

  private static final int BACKLOG = 16;

  private final ServerSocket entrance;
  private final HostileAnswers answers = new HostileAnswers();
  private final Set<Visitor> visitors = ConcurrentHashMap.newKeySet();
  private final AtomicInteger subscriptions = new AtomicInteger();

  private HostileServer(ServerSocket entrance) {
    this.entrance = entrance;
  }

  /// Begins to listen.
  public static HostileServer open() throws IOException {
    var server = new HostileServer(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().name("hostile-entrance").start(server::accept);
    return server;
  }

  /// Where clients find it.
  public URI address() {
    return URI.create("tcp://127.0.0.1:" + entrance.getLocalPort());
  }

  /// Tells all who are there of a message of the enemy's, also one that has no form in UTF-8.
  public void tell(String text) {
    say(answers.message(text));
  }

  /// Tells all who are there everything: each text as a message, each name as somebody who writes,
  /// and all of them as people who came.
  public void tellEverything() {
    answers.everything().forEach(this::say);
  }

  /// Says a line to all who are there, whatever it is.
  public void say(String line) {
    visitors.forEach(visitor -> visitor.say(line));
  }

  /// How often a client has subscribed. It hears whatever is told after it was counted.
  public int subscriptions() {
    return subscriptions.get();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    visitors.forEach(Visitor::close);
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        welcome(entrance.accept());
      } catch (IOException e) {
        // Closed, which ends the loop, or a client that was gone before it was accepted.
      }
    }
  }

  private void welcome(Socket socket) throws IOException {
    var visitor = new Visitor(socket, answers, subscriptions::incrementAndGet, visitors::remove);
    visitors.add(visitor);
    visitor.begin();
    if (entrance.isClosed()) {
      visitor.close();
    }
  }
}
