package kabar.protocol;

import java.util.LinkedHashMap;

/// Reads the results of requests, as a client of the dialect.
final class RpcReplyReader {

  private RpcReplyReader() {}

  /// The reply that a result stands for.
  ///
  /// @throws RpcException if it is no result of the command
  static Reply read(Command asked, RpcMembers result) throws RpcException {
    return switch (asked) {
      case Command.Hello _ -> greeted(result);
      case Command.Ping _ -> new Reply.Pong(result.instant("at"), result.text("cursor"));
      case Command.Register _, Command.Login _ ->
          new Reply.LoggedIn(
              result.text("token"), RpcThings.profile(result), result.text("cursor"));
      case Command.Resume _ -> new Reply.Resumed(RpcThings.profile(result), result.text("cursor"));
      case Command.Logout _ -> new Reply.LoggedOut(RpcThings.profile(result));
      case Command.Send _ -> new Reply.Sent(result.text("id"), result.instant("at"));
      case Command.ListSessions _ ->
          new Reply.Sessions(RpcThings.all(result.objects("sessions"), RpcThings::device));
      case Command.ListConversations _ ->
          new Reply.Conversations(
              RpcThings.all(result.objects("conversations"), RpcThings::talk), result.flag("more"));
      case Command.History _ ->
          new Reply.History(
              RpcThings.all(result.objects("messages"), RpcThings::note), result.flag("more"));
      case Command.Read _ -> new Reply.Marked(result.text("with"), result.text("upTo"));
      case Command.ListUsers _ ->
          new Reply.People(
              RpcThings.all(result.objects("users"), RpcThings::person), result.flag("more"));
      case Command.Subscribe _ -> new Reply.Subscribed(result.text("cursor"), result.flag("reset"));
      case Command.ChangePassword _, Command.Revoke _, Command.SetPresence _, Command.Typing _ ->
          new Reply.Done();
      case Command.Malformed _, Command.Inbox _, Command.Users _, Command.Online _ ->
          throw new IllegalArgumentException("this dialect cannot ask for " + asked);
    };
  }

  private static Reply greeted(RpcMembers result) throws RpcException {
    var limits = new LinkedHashMap<String, Long>();
    var told = result.object("limits");
    for (var name : told.names()) {
      limits.put(name, told.count(name));
    }
    return new Reply.Greeted(
        result.text("server"),
        result.text("version"),
        result.text("node"),
        limits,
        result.texts("methods"));
  }
}
