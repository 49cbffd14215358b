package kabar.protocol;

import static kabar.protocol.Reason.INVALID_PARAMETER;

import java.util.regex.Pattern;
import kabar.protocol.Command.Range;

/// Makes commands of the parameters of requests.
///
/// Only what the dialect itself says is judged here: types, ids, keys, how much a page may hold.
/// Whether a name or a text will do, the rules of chat decide.
final class RpcCommands {
  /// How much a page holds, in items, and how much where nothing is said.
  static final int MAX_LIMIT = 200;

  static final int DEFAULT_LIMIT = 50;

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  private RpcCommands() {}

  static Command hello(RpcMembers params) throws RpcException {
    return new Command.Hello(params.textOrEmpty("client"), params.textOrEmpty("locale"));
  }

  static Command register(RpcMembers params) throws RpcException {
    return new Command.Register(
        params.text("user"),
        params.text("password"),
        params.text("displayName"),
        params.textOrEmpty("invite"),
        params.textOrEmpty("device"));
  }

  static Command login(RpcMembers params) throws RpcException {
    return new Command.Login(
        params.text("user"), params.text("password"), params.textOrEmpty("device"));
  }

  static Command password(RpcMembers params) throws RpcException {
    return new Command.ChangePassword(params.text("old"), params.text("new"));
  }

  static Command send(RpcMembers params) throws RpcException {
    return new Command.Send("", params.text("to"), params.text("text"), key(params));
  }

  static Command conversations(RpcMembers params) throws RpcException {
    return new Command.ListConversations(limit(params), idOrEmpty(params, "after"));
  }

  static Command history(RpcMembers params) throws RpcException {
    return new Command.History(params.text("with"), range(params), limit(params));
  }

  static Command read(RpcMembers params) throws RpcException {
    return new Command.Read(params.text("with"), id(params, "upTo"));
  }

  static Command users(RpcMembers params) throws RpcException {
    return new Command.ListUsers(
        params.flag("online"),
        params.textOrEmpty("prefix"),
        limit(params),
        params.textOrEmpty("after"));
  }

  static Command presence(RpcMembers params) throws RpcException {
    var presence =
        switch (params.text("state")) {
          case "online" -> Availability.ONLINE;
          case "away" -> Availability.AWAY;
          case String other ->
              throw RpcMembers.invalid("state", Excerpt.of(other), "online or away");
        };
    return new Command.SetPresence(presence, params.textOrEmpty("text"));
  }

  /// The id of something, or a cursor.
  static String id(RpcMembers params, String name) throws RpcException {
    return matching(ID, "1 to 40 of A-Z, a-z, 0-9, _ and -", params, name);
  }

  static String idOrEmpty(RpcMembers params, String name) throws RpcException {
    return params.has(name) ? id(params, name) : "";
  }

  private static String key(RpcMembers params) throws RpcException {
    return params.has("key")
        ? matching(KEY, "1 to 64 of A-Z, a-z, 0-9, _ and -", params, "key")
        : "";
  }

  private static String matching(Pattern pattern, String rule, RpcMembers params, String name)
      throws RpcException {
    var text = params.text(name);
    if (!pattern.matcher(text).matches()) {
      throw RpcMembers.invalid(name, Excerpt.of(text), rule);
    }
    return text;
  }

  private static Range range(RpcMembers params) throws RpcException {
    if (params.has("before") && params.has("after")) {
      throw new RpcException(
          INVALID_PARAMETER, "before, after: found both (expected one of them, or neither)");
    }
    if (params.has("before")) {
      return new Range.Before(id(params, "before"));
    }
    return params.has("after") ? new Range.After(id(params, "after")) : new Range.Newest();
  }

  private static int limit(RpcMembers params) throws RpcException {
    if (!params.has("limit")) {
      return DEFAULT_LIMIT;
    }
    long limit = params.count("limit");
    if (limit < 1 || limit > MAX_LIMIT) {
      throw RpcMembers.invalid("limit", String.valueOf(limit), "1.." + MAX_LIMIT);
    }
    return (int) limit;
  }
}
