package kabar.protocol;

import static kabar.protocol.RpcJson.result;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import kabar.protocol.Command.Range;
import kabar.protocol.Reply.Greeted;
import kabar.protocol.Reply.Note;
import tools.jackson.core.JsonGenerator;

/// Writes the answers of the dialect.
final class RpcReplyWriter {

  private RpcReplyWriter() {}

  /// One whole payload.
  static byte[] encode(Request request, Reply reply) {
    var id = request.id();
    return switch (reply) {
      case Greeted greeted -> result(id, json -> greeted(json, greeted));
      case Reply.Pong(var at, var cursor) -> result(id, json -> pong(json, at, cursor));
      case Reply.LoggedIn(var token, var profile, var cursor) ->
          result(id, json -> loggedIn(json, token, profile, cursor));
      case Reply.Resumed(var profile, var cursor) ->
          result(id, json -> resumed(json, profile, cursor));
      case Reply.Sessions(var devices) ->
          result(id, json -> RpcPage.of(devices, RpcForms::device).head().write(json, "sessions"));
      case Reply.Sent(var messageId, var at) -> result(id, json -> sent(json, messageId, at));
      case Reply.History(var notes, var more) ->
          page(id, "messages", history(request.command(), notes), more);
      case Reply.Conversations(var talks, var more) ->
          page(id, "conversations", RpcPage.of(talks, RpcForms::talk).head(), more);
      case Reply.People(var people, var more) ->
          page(id, "users", RpcPage.of(people, RpcForms::person).head(), more);
      case Reply.Marked(var with, var upTo) -> result(id, json -> marked(json, with, upTo));
      case Reply.Subscribed(var cursor, var isReset) ->
          result(id, json -> subscribed(json, cursor, isReset));
      case Reply.Done _ -> result(id, _ -> {});
      case Reply.LoggedOut(var profile) -> result(id, json -> RpcForms.profile(json, profile));
      case Reply.Refused refused -> error(id, json -> RpcErrors.refusal(json, refused));
      case Reply.Failed(var logId) -> error(id, json -> RpcErrors.bug(json, logId));
      // Nothing in this dialect asks for these.
      case Reply.Inbox _, Reply.Users _, Reply.Online _ ->
          error(id, json -> RpcErrors.bug(json, "none"));
    };
  }

  private static byte[] error(String id, Consumer<JsonGenerator> members) {
    return RpcJson.line(
        json -> {
          json.writeName("id");
          json.writeRawValue(id);
          json.writeObjectPropertyStart("error");
          members.accept(json);
          json.writeEndObject();
        });
  }

  private static byte[] page(String id, String name, RpcPage.Part part, boolean more) {
    return result(
        id,
        json -> {
          part.write(json, name);
          json.writeBooleanProperty("more", more || part.isCut());
        });
  }

  /// Those next to where the page begins stay: with {@link Range.After} the oldest, else the
  /// newest.
  private static RpcPage.Part history(Command command, List<Note> notes) {
    var page = RpcPage.of(notes, RpcForms::note);
    boolean isForward =
        command instanceof Command.History history && history.range() instanceof Range.After;
    return isForward ? page.head() : page.tail();
  }

  private static void greeted(JsonGenerator json, Greeted greeted) {
    json.writeStringProperty("server", greeted.server());
    json.writeStringProperty("version", greeted.version());
    json.writeStringProperty("node", greeted.node());
    json.writeObjectPropertyStart("limits");
    greeted.limits().forEach(json::writeNumberProperty);
    json.writeEndObject();
    json.writeArrayPropertyStart("methods");
    greeted.methods().forEach(json::writeString);
    json.writeEndArray();
  }

  private static void pong(JsonGenerator json, Instant at, String cursor) {
    RpcJson.time(json, "at", at);
    json.writeStringProperty("cursor", cursor);
  }

  private static void loggedIn(JsonGenerator json, String token, Profile profile, String cursor) {
    json.writeStringProperty("token", token);
    resumed(json, profile, cursor);
  }

  private static void resumed(JsonGenerator json, Profile profile, String cursor) {
    RpcForms.profile(json, profile);
    json.writeStringProperty("cursor", cursor);
  }

  private static void sent(JsonGenerator json, String id, Instant at) {
    json.writeStringProperty("id", id);
    RpcJson.time(json, "at", at);
  }

  private static void marked(JsonGenerator json, String with, String upTo) {
    json.writeStringProperty("with", with);
    json.writeStringProperty("upTo", upTo);
  }

  private static void subscribed(JsonGenerator json, String cursor, boolean isReset) {
    json.writeStringProperty("cursor", cursor);
    if (isReset) {
      json.writeBooleanProperty("reset", true);
    }
  }
}
