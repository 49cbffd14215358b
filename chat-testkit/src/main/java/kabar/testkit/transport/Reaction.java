package kabar.testkit.transport;

import java.nio.charset.StandardCharsets;
import kabar.api.transport.Connection;

/// What the owner of a connection does when something happens to it, on the transport's thread.
@FunctionalInterface
public interface Reaction {

  /// Called after the event was logged.
  void to(Event event, Connection connection);

  /// Only listens.
  static Reaction none() {
    return (_, _) -> {};
  }

  /// Closes at the end of input, as owners do.
  static Reaction leave() {
    return (event, connection) -> {
      if (event instanceof Event.Finished) {
        connection.close();
      }
    };
  }

  /// Offers every payload back.
  static Reaction echo() {
    return (event, connection) -> {
      if (event instanceof Event.Received received) {
        connection.offer(received.bytes());
      }
    };
  }

  /// Does something when a payload comes whose text is this.
  static Reaction on(String text, Action action) {
    return (event, connection) -> {
      if (event.equals(new Event.Received(text))) {
        action.with(connection);
      }
    };
  }

  /// This one, then another.
  default Reaction and(Reaction next) {
    return (event, connection) -> {
      to(event, connection);
      next.to(event, connection);
    };
  }

  /// Something done with a connection.
  @FunctionalInterface
  interface Action {

    /// Does it.
    void with(Connection connection);
  }

  /// The bytes of a text, one for each character (ISO 8859-1).
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
