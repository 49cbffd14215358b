package kabar.protocol;

import static kabar.protocol.RpcJson.unlessEmpty;

import java.util.function.Consumer;
import kabar.protocol.Command.Range;
import tools.jackson.core.JsonGenerator;

/// Writes the requests of the dialect, as a client of it.
final class RpcRequestWriter {

  private RpcRequestWriter() {}

  /// One whole payload.
  ///
  /// @throws IllegalArgumentException if the dialect cannot ask for the command
  static byte[] encode(long id, Command command) {
    if (command instanceof Command.Private bound && !bound.token().isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' goes to the session of its connection (expected no token)"
              .formatted(command.name()));
    }
    return switch (command) {
      case Command.Hello hello -> request(id, RpcMethod.HELLO, json -> hello(json, hello));
      case Command.Ping _ -> request(id, RpcMethod.PING, _ -> {});
      case Command.Register register ->
          request(id, RpcMethod.REGISTER, json -> register(json, register));
      case Command.Login login -> request(id, RpcMethod.LOGIN, json -> login(json, login));
      case Command.Resume(var token) -> request(id, RpcMethod.RESUME, "token", token);
      case Command.Logout(_, var isEverywhere) ->
          request(id, RpcMethod.LOGOUT, json -> flag(json, "all", isEverywhere));
      case Command.Send send -> request(id, RpcMethod.SEND, json -> send(json, send));
      case Command.ChangePassword change ->
          request(id, RpcMethod.PASSWORD, json -> password(json, change));
      case Command.ListSessions _ -> request(id, RpcMethod.SESSIONS, _ -> {});
      case Command.Revoke(var session) -> request(id, RpcMethod.REVOKE, "session", session);
      case Command.ListConversations(var limit, var after) ->
          request(id, RpcMethod.CONVERSATIONS, json -> page(json, limit, after));
      case Command.History history ->
          request(id, RpcMethod.HISTORY, json -> history(json, history));
      case Command.Read read -> request(id, RpcMethod.READ, json -> read(json, read));
      case Command.ListUsers list -> request(id, RpcMethod.USERS, json -> users(json, list));
      case Command.SetPresence presence ->
          request(id, RpcMethod.PRESENCE, json -> presence(json, presence));
      case Command.Typing(var to) -> request(id, RpcMethod.TYPING, "to", to);
      case Command.Subscribe(var after) ->
          request(id, RpcMethod.SUBSCRIBE, json -> unlessEmpty(json, "after", after));
      case Command.Malformed _, Command.Inbox _, Command.Users _, Command.Online _ ->
          throw new IllegalArgumentException("this dialect cannot ask for " + command);
    };
  }

  private static byte[] request(long id, RpcMethod method, String name, String value) {
    return request(id, method, json -> json.writeStringProperty(name, value));
  }

  private static byte[] request(long id, RpcMethod method, Consumer<JsonGenerator> params) {
    return RpcJson.line(
        json -> {
          json.writeNumberProperty("id", id);
          json.writeStringProperty("method", method.word());
          json.writeObjectPropertyStart("params");
          params.accept(json);
          json.writeEndObject();
        });
  }

  private static void hello(JsonGenerator json, Command.Hello hello) {
    unlessEmpty(json, "client", hello.client());
    unlessEmpty(json, "locale", hello.locale());
  }

  private static void register(JsonGenerator json, Command.Register register) {
    json.writeStringProperty("user", register.user());
    json.writeStringProperty("password", register.password());
    json.writeStringProperty("displayName", register.displayName());
    unlessEmpty(json, "invite", register.invite());
    unlessEmpty(json, "device", register.device());
  }

  private static void login(JsonGenerator json, Command.Login login) {
    json.writeStringProperty("user", login.user());
    json.writeStringProperty("password", login.password());
    unlessEmpty(json, "device", login.device());
  }

  private static void send(JsonGenerator json, Command.Send send) {
    json.writeStringProperty("to", send.to());
    json.writeStringProperty("text", send.text());
    unlessEmpty(json, "key", send.key());
  }

  private static void password(JsonGenerator json, Command.ChangePassword change) {
    json.writeStringProperty("old", change.oldPassword());
    json.writeStringProperty("new", change.newPassword());
  }

  private static void history(JsonGenerator json, Command.History history) {
    json.writeStringProperty("with", history.with());
    switch (history.range()) {
      case Range.Newest _ -> {}
      case Range.Before(var id) -> json.writeStringProperty("before", id);
      case Range.After(var id) -> json.writeStringProperty("after", id);
    }
    json.writeNumberProperty("limit", history.limit());
  }

  private static void read(JsonGenerator json, Command.Read read) {
    json.writeStringProperty("with", read.with());
    json.writeStringProperty("upTo", read.upTo());
  }

  private static void users(JsonGenerator json, Command.ListUsers list) {
    flag(json, "online", list.isOnline());
    unlessEmpty(json, "prefix", list.prefix());
    page(json, list.limit(), list.after());
  }

  private static void presence(JsonGenerator json, Command.SetPresence presence) {
    json.writeStringProperty("state", presence.presence().word());
    unlessEmpty(json, "text", presence.text());
  }

  private static void page(JsonGenerator json, int limit, String after) {
    json.writeNumberProperty("limit", limit);
    unlessEmpty(json, "after", after);
  }

  private static void flag(JsonGenerator json, String name, boolean isTrue) {
    if (isTrue) {
      json.writeBooleanProperty(name, true);
    }
  }
}
