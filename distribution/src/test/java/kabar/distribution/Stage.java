package kabar.distribution;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/// A server with the demo users, and the screens that some of them have before them. Whatever was
/// opened is closed with it, the latest first.
final class Stage {
  static final int COLUMNS = 80;
  static final int ROWS = 24;

  private final Path folder;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private PackedServer server;

  Stage(Path folder, String... options) throws Exception {
    Programs.require("tmux");
    this.folder = folder;
    this.server = start(options);
  }

  private PackedServer start(String... options) throws Exception {
    var started = PackedServer.demo(folder.resolve("data"), options);
    later(started);
    return started;
  }

  /// Closes it with the stage.
  <T extends AutoCloseable> T later(T closing) {
    open.push(closing);
    return closing;
  }

  PackedServer server() {
    return server;
  }

  String url() {
    return server.addresses().getFirst().toString();
  }

  /// Kills the server. Nobody is told.
  void killServer() throws Exception {
    server.kill();
    server.awaitExit();
  }

  /// Starts it again where it was, on its data.
  void restartServer(URI address) throws Exception {
    server.close();
    server = start("--listen", address.toString());
  }

  /// A demo user with an own home, who is logged in.
  PackedShell person(String name) throws Exception {
    var person = new PackedShell(folder.resolve(name));
    person.login(url(), name, "surabaya");
    return person;
  }

  /// Somebody's terminal, of the usual size.
  PackedScreen terminal(PackedShell person) throws Exception {
    return terminal(person, COLUMNS, ROWS);
  }

  PackedScreen terminal(PackedShell person, int columns, int rows) throws Exception {
    return later(PackedScreen.open(person, columns, rows));
  }

  /// A demo user's terminal with the client on it, online.
  PackedScreen client(String name) throws Exception {
    return client(person(name), COLUMNS, ROWS);
  }

  PackedScreen client(PackedShell person, int columns, int rows, String... options)
      throws Exception {
    var screen = terminal(person, columns, rows);
    screen.enter("kabar " + String.join(" ", options));
    screen.await("ONLINE tcp");
    return screen;
  }

  /// A conversation with the server in its text dialect, to send what others should see.
  Sender sender(String name) throws Exception {
    var client = later(server.connect());
    return new Sender(client, client.login(name));
  }

  /// Somebody who writes without a screen.
  record Sender(TextClient client, String token) {
    void send(String to, String text) throws Exception {
      var answer = client.ask("send " + token + " " + to + " " + text);
      if (!answer.equals(Replies.SENT)) {
        throw new AssertionError("not sent: " + answer);
      }
    }
  }

  /// Closes all of it.
  void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
