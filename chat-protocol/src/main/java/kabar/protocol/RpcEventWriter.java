package kabar.protocol;

import java.util.function.Consumer;
import kabar.protocol.Reply.Note;
import tools.jackson.core.JsonGenerator;

/// Writes the notifications of the dialect.
final class RpcEventWriter {
  static final String MESSAGE = "message";
  static final String READ = "read";
  static final String PRESENCE = "presence";
  static final String TYPING = "typing";
  static final String SESSION = "session";
  static final String STOPPING = "stopping";

  private RpcEventWriter() {}

  /// One whole payload.
  static byte[] encode(Event event) {
    return switch (event) {
      case Event.Posted(var note, var cursor) ->
          notification(MESSAGE, json -> posted(json, note, cursor));
      case Event.Marked marked -> notification(READ, json -> marked(json, marked));
      case Event.Presences presences -> notification(PRESENCE, json -> presences(json, presences));
      case Event.Typing(var from) ->
          notification(TYPING, json -> json.writeStringProperty("from", from));
      case Event.SessionEnded(var session) ->
          notification(SESSION, json -> json.writeStringProperty("session", session));
      case Event.Stopping(var reconnectAfter) ->
          notification(
              STOPPING,
              json -> json.writeNumberProperty("reconnectAfterMillis", reconnectAfter.toMillis()));
    };
  }

  private static byte[] notification(String method, Consumer<JsonGenerator> params) {
    return RpcJson.line(
        json -> {
          json.writeStringProperty("method", method);
          json.writeObjectPropertyStart("params");
          params.accept(json);
          json.writeEndObject();
        });
  }

  private static void posted(JsonGenerator json, Note note, String cursor) {
    RpcForms.noteMembers(json, note);
    json.writeStringProperty("cursor", cursor);
  }

  private static void marked(JsonGenerator json, Event.Marked marked) {
    json.writeStringProperty("with", marked.with());
    json.writeStringProperty("upTo", marked.upTo());
    json.writeStringProperty("cursor", marked.cursor());
  }

  private static void presences(JsonGenerator json, Event.Presences presences) {
    json.writeArrayPropertyStart("users");
    presences.people().forEach(person -> RpcForms.person(json, person));
    json.writeEndArray();
    json.writeBooleanProperty("complete", presences.isWhole());
  }
}
