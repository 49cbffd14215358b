package kabar.tui.line;

import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.WhiteSpace;

/// Reads what was typed as the original clients did: words with a single space between any two,
/// each stripped of other white space. They knew nothing of tokens; the session's is put in.
final class TypedLine {
  private TypedLine() {}

  /// The command, or {@link Command.Malformed} for what the server need not be asked.
  ///
  /// @param token of the session, empty if there is none
  static Command parse(String line, String token) {
    var words = line.split(" ", 3);
    return switch (word(words, 0)) {
      case "auth" -> login(line);
      case "send" ->
          words.length < 2
              ? incomplete("send")
              : new Command.Send(token, word(words, 1), words.length < 3 ? "" : words[2], "");
      case "inbox" -> new Command.Inbox(token);
      case "users" -> new Command.Users(token);
      case "online" -> new Command.Online(token);
      case "logout" -> new Command.Logout(token);
      default -> new Command.Malformed("unknown", Reason.UNKNOWN_COMMAND);
    };
  }

  /// What follows the password is ignored.
  private static Command login(String line) {
    var words = line.split(" ", 4);
    return words.length < 3
        ? incomplete("auth")
        : new Command.Login(word(words, 1), word(words, 2));
  }

  private static Command incomplete(String verb) {
    return new Command.Malformed(verb, Reason.MISSING_PARAMETER);
  }

  private static String word(String[] words, int index) {
    return WhiteSpace.strip(words[index]);
  }
}
