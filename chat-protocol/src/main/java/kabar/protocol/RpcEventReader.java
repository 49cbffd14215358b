package kabar.protocol;

import java.time.Duration;
import java.util.Optional;

/// Reads the notifications of the dialect, as a client of it.
final class RpcEventReader {

  private RpcEventReader() {}

  /// The event that a notification tells of; empty if there is none of this name.
  ///
  /// @throws RpcException if it lacks what every such notification has
  static Optional<Event> read(String method, RpcMembers params) throws RpcException {
    return switch (method) {
      case RpcEventWriter.MESSAGE ->
          Optional.of(new Event.Posted(RpcThings.note(params), params.text("cursor")));
      case RpcEventWriter.READ ->
          Optional.of(
              new Event.Marked(params.text("with"), params.text("upTo"), params.text("cursor")));
      case RpcEventWriter.PRESENCE ->
          Optional.of(
              new Event.Presences(
                  RpcThings.all(params.objects("users"), RpcThings::person),
                  params.flag("complete")));
      case RpcEventWriter.TYPING -> Optional.of(new Event.Typing(params.text("from")));
      case RpcEventWriter.SESSION -> Optional.of(new Event.SessionEnded(params.text("session")));
      case RpcEventWriter.STOPPING ->
          Optional.of(new Event.Stopping(Duration.ofMillis(params.count("reconnectAfterMillis"))));
      default -> Optional.empty();
    };
  }
}
