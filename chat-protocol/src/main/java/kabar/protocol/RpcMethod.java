package kabar.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The methods of the dialect: the one list of them.
enum RpcMethod {
  HELLO("hello"),
  PING("ping"),
  REGISTER("register"),
  LOGIN("login", "auth"),
  RESUME("resume"),
  LOGOUT("logout"),
  PASSWORD("password"),
  SESSIONS("sessions"),
  REVOKE("revoke"),
  SEND("send"),
  CONVERSATIONS("conversations"),
  HISTORY("history"),
  READ("read"),
  USERS("users"),
  PRESENCE("presence"),
  TYPING("typing"),
  SUBSCRIBE("subscribe");

  private static final Map<String, RpcMethod> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toMap(RpcMethod::word, Function.identity()));
  private static final List<String> WORDS = Arrays.stream(values()).map(RpcMethod::word).toList();

  private final String word;
  private final String commandName;

  RpcMethod(String word) {
    this(word, word);
  }

  RpcMethod(String word, String commandName) {
    this.word = word;
    this.commandName = commandName;
  }

  static Optional<RpcMethod> named(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /// The names of all of them.
  static List<String> words() {
    return WORDS;
  }

  /// Its name on the wire.
  String word() {
    return word;
  }

  /// The name of its command in metrics and logs.
  String commandName() {
    return commandName;
  }

  /// The command that a request with these parameters asks for.
  ///
  /// @throws RpcException if one of them is missing or of no use
  Command read(RpcMembers params) throws RpcException {
    return switch (this) {
      case HELLO -> RpcCommands.hello(params);
      case PING -> new Command.Ping();
      case REGISTER -> RpcCommands.register(params);
      case LOGIN -> RpcCommands.login(params);
      case RESUME -> new Command.Resume(params.text("token"));
      case LOGOUT -> new Command.Logout("", params.flag("all"));
      case PASSWORD -> RpcCommands.password(params);
      case SESSIONS -> new Command.ListSessions();
      case REVOKE -> new Command.Revoke(RpcCommands.id(params, "session"));
      case SEND -> RpcCommands.send(params);
      case CONVERSATIONS -> RpcCommands.conversations(params);
      case HISTORY -> RpcCommands.history(params);
      case READ -> RpcCommands.read(params);
      case USERS -> RpcCommands.users(params);
      case PRESENCE -> RpcCommands.presence(params);
      case TYPING -> new Command.Typing(params.text("to"));
      case SUBSCRIBE -> new Command.Subscribe(RpcCommands.idOrEmpty(params, "after"));
    };
  }
}
