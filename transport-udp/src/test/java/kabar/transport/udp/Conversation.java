package kabar.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kabar.testkit.transport.Event;
import kabar.testkit.transport.Reaction;
import kabar.testkit.transport.RecordingReceiver;

/// Both ends of one connection of a {@link Simulation}, and what was said over it.
final class Conversation {
  final RecordingReceiver client;
  final RecordingReceiver server;
  private final List<String> up = new ArrayList<>();
  private final List<String> down = new ArrayList<>();

  private Conversation(RecordingReceiver client, RecordingReceiver server) {
    this.client = client;
    this.server = server;
  }

  /// Opens one.
  static Conversation begin(Simulation simulation) {
    int before = simulation.servers.all().size();
    var client = simulation.connect(Reaction.none());
    simulation.until(() -> simulation.servers.all().size() > before);
    return new Conversation(client, simulation.atServer());
  }

  /// The id of the connection.
  long id() {
    return connection(client).id();
  }

  /// What the ends were called with.
  List<RecordingReceiver> ends() {
    return List.of(client, server);
  }

  /// Offers a payload of some length at the client; if there is no room, nothing is said.
  void sayUp(int length) {
    say(client, up, "up", length);
  }

  /// Offers a payload of some length at the server; if there is no room, nothing is said.
  void sayDown(int length) {
    say(server, down, "down", length);
  }

  /// Whether all that was said has been heard.
  boolean isHeard() {
    return server.texts().size() >= up.size() && client.texts().size() >= down.size();
  }

  /// Whether one end has heard that it is over.
  boolean isOver() {
    return client.count(Event.Closed.class) + server.count(Event.Closed.class) > 0;
  }

  /// All was heard, in order, once.
  void assertHeard() {
    assertThat(server.texts()).isEqualTo(up);
    assertThat(client.texts()).isEqualTo(down);
  }

  /// What was heard is how that begins which was said.
  void assertNothingElseHeard() {
    assertBegins(up, server.texts());
    assertBegins(down, client.texts());
  }

  /// Both ends keep no more of their peer than they should.
  void assertBounded() {
    for (var end : ends()) {
      assertThat(connection(end).keptBytes()).isBetween(0, 2 * Inflow.WINDOW_BYTES);
    }
  }

  private static void assertBegins(List<String> said, List<String> heard) {
    assertThat(heard).isEqualTo(said.subList(0, Math.min(said.size(), heard.size())));
  }

  private static UdpConnection connection(RecordingReceiver end) {
    return (UdpConnection) end.connection();
  }

  private static void say(RecordingReceiver end, List<String> said, String name, int length) {
    var text = name + said.size() + "-".repeat(length) + "\n";
    if (end.offer(text)) {
      said.add(text);
    }
  }
}
