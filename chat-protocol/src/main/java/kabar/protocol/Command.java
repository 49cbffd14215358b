package kabar.protocol;

/// What somebody asks of the server, free of any dialect.
///
/// The type says who may ask: a {@link Public} command needs no session, a {@link Private} one
/// carries the token of one. No command's text shows a password or a token.
public sealed interface Command {

  /// The command's name in metrics and logs: a fixed word, never the user's text.
  String name();

  /// A command that anybody may give.
  sealed interface Public extends Command {}

  /// A command that only the owner of a session may give.
  sealed interface Private extends Command {

    /// The session's token, as the peer sent it.
    String token();
  }

  /// Opens a session.
  record Login(String user, String password) implements Public {
    @Override
    public String name() {
      return "auth";
    }

    @Override
    public String toString() {
      return "Login[user=%s]".formatted(user);
    }
  }

  /// A request that the dialect could not read as a command.
  ///
  /// @param name the name of the command where that much could be read, else `unknown`
  /// @param reason what is wrong with it
  record Malformed(String name, Reason reason) implements Public {}

  /// Sends a message to a user.
  ///
  /// @param key the client's own name for the message, empty if there is none
  record Send(String token, String to, String text, String key) implements Private {
    @Override
    public String name() {
      return "send";
    }

    @Override
    public String toString() {
      return "Send[to=%s]".formatted(to);
    }
  }

  /// Reads the newest messages to the session's user.
  record Inbox(String token) implements Private {
    @Override
    public String name() {
      return "inbox";
    }

    @Override
    public String toString() {
      return "Inbox[]";
    }
  }

  /// Lists everybody online, the session's user included.
  record Users(String token) implements Private {
    @Override
    public String name() {
      return "users";
    }

    @Override
    public String toString() {
      return "Users[]";
    }
  }

  /// Lists everybody online but the session's user.
  record Online(String token) implements Private {
    @Override
    public String name() {
      return "online";
    }

    @Override
    public String toString() {
      return "Online[]";
    }
  }

  /// Ends the session.
  record Logout(String token) implements Private {
    @Override
    public String name() {
      return "logout";
    }

    @Override
    public String toString() {
      return "Logout[]";
    }
  }
}
