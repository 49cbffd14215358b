package kabar.protocol;

/// What somebody asks of the server, free of any dialect.
///
/// The type says who may ask: a {@link Public} command needs no session, a {@link Private} one
/// carries the token of one, a {@link Bound} one relies on the session that its connection is bound
/// to. No command's text shows a password or a token.
public sealed interface Command {

  /// The command's name in metrics and logs: a fixed word, never the user's text.
  String name();

  /// A command that anybody may give.
  sealed interface Public extends Command {}

  /// A command that only the owner of a session may give.
  sealed interface Private extends Command {

    /// The session's token, as the peer sent it; empty for the session that the connection is bound
    /// to.
    String token();
  }

  /// A command that only comes over a connection that is bound to a session.
  sealed interface Bound extends Private {
    @Override
    default String token() {
      return "";
    }
  }

  /// Asks what the server is and can do.
  ///
  /// @param client what the peer calls itself, empty if not told
  /// @param locale a language tag (RFC 5646) for texts for people, empty if not told
  record Hello(String client, String locale) implements Public {
    @Override
    public String name() {
      return "hello";
    }
  }

  /// Asks whether anybody is there.
  record Ping() implements Public {
    @Override
    public String name() {
      return "ping";
    }
  }

  /// Makes an account and opens a session of it.
  ///
  /// @param invite the code that admits, empty if there is none
  /// @param device what the peer calls the device, empty if not told
  record Register(String user, String password, String displayName, String invite, String device)
      implements Public {
    @Override
    public String name() {
      return "register";
    }

    @Override
    public String toString() {
      return "Register[user=%s]".formatted(user);
    }
  }

  /// Opens a session.
  ///
  /// @param device what the peer calls the device, empty if not told
  record Login(String user, String password, String device) implements Public {

    /// A login from a device without a name.
    public Login(String user, String password) {
      this(user, password, "");
    }

    @Override
    public String name() {
      return "auth";
    }

    @Override
    public String toString() {
      return "Login[user=%s]".formatted(user);
    }
  }

  /// Binds the connection to a session that was opened before.
  record Resume(String token) implements Public {
    @Override
    public String name() {
      return "resume";
    }

    @Override
    public String toString() {
      return "Resume[]";
    }
  }

  /// A request that the dialect could not read as a command.
  ///
  /// @param name the name of the command where that much could be read, else `unknown`
  /// @param reason what is wrong with it
  /// @param detail a sentence for people, empty where the reason says it all
  record Malformed(String name, Reason reason, String detail) implements Public {

    /// A request about which the reason says it all.
    public Malformed(String name, Reason reason) {
      this(name, reason, "");
    }
  }

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
  ///
  /// @param isEverywhere whether all sessions of its user end
  record Logout(String token, boolean isEverywhere) implements Private {

    /// Ends one session.
    public Logout(String token) {
      this(token, false);
    }

    @Override
    public String name() {
      return "logout";
    }

    @Override
    public String toString() {
      return "Logout[]";
    }
  }

  /// Puts another password in the place of the old one, and ends the user's other sessions.
  record ChangePassword(String oldPassword, String newPassword) implements Bound {
    @Override
    public String name() {
      return "password";
    }

    @Override
    public String toString() {
      return "ChangePassword[]";
    }
  }

  /// Lists the user's sessions.
  record ListSessions() implements Bound {
    @Override
    public String name() {
      return "sessions";
    }
  }

  /// Ends one of the user's sessions.
  ///
  /// @param session its id, as the list of sessions tells it
  record Revoke(String session) implements Bound {
    @Override
    public String name() {
      return "revoke";
    }
  }

  /// Lists the user's conversations, the one with the newest message first.
  ///
  /// @param limit at most so many, one or more
  /// @param after the id of the last message of the last conversation of the page before, empty for
  ///     the first page
  record ListConversations(int limit, String after) implements Bound {
    @Override
    public String name() {
      return "conversations";
    }
  }

  /// Reads a part of a conversation.
  ///
  /// @param with the other side
  /// @param limit at most so many messages, one or more
  record History(String with, Range range, int limit) implements Bound {
    @Override
    public String name() {
      return "history";
    }
  }

  /// Which messages of a conversation are meant; bounds are ids of messages.
  sealed interface Range {

    /// The newest ones.
    record Newest() implements Range {}

    /// The newest of those before a message.
    record Before(String id) implements Range {}

    /// The oldest of those after a message.
    record After(String id) implements Range {}
  }

  /// Tells how far a conversation was read.
  ///
  /// @param upTo the id of the newest message that was read
  record Read(String with, String upTo) implements Bound {
    @Override
    public String name() {
      return "read";
    }
  }

  /// Lists users by name.
  ///
  /// @param isOnline whether only those who are online
  /// @param prefix what the names begin with, empty for all
  /// @param limit at most so many, one or more
  /// @param after the last name of the page before, empty for the first page
  record ListUsers(boolean isOnline, String prefix, int limit, String after) implements Bound {
    @Override
    public String name() {
      return "users";
    }
  }

  /// Tells others whether the user is at hand.
  ///
  /// @param presence online or away
  /// @param text why, or for how long; empty for nothing
  record SetPresence(Availability presence, String text) implements Bound {
    @Override
    public String name() {
      return "presence";
    }
  }

  /// Tells somebody that a message to them is being written.
  record Typing(String to) implements Bound {
    @Override
    public String name() {
      return "typing";
    }
  }

  /// Asks to be told of all that happens.
  ///
  /// @param after the cursor after which that begins, empty for now
  record Subscribe(String after) implements Bound {
    @Override
    public String name() {
      return "subscribe";
    }
  }
}
