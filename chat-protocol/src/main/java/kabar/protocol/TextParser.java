package kabar.protocol;

import kabar.protocol.Command.Inbox;
import kabar.protocol.Command.Login;
import kabar.protocol.Command.Logout;
import kabar.protocol.Command.Malformed;
import kabar.protocol.Command.Online;
import kabar.protocol.Command.Send;
import kabar.protocol.Command.Users;

/// Reads one line as a command: a verb and its parameters with a single space between any two.
///
/// Two spaces in a row enclose an empty parameter, which is present: `auth  surabaya` logs in the
/// user whose name is empty. What follows the last parameter that the verb knows is ignored.
final class TextParser {
  private final String line;
  private int at;

  private TextParser(String line) {
    this.line = line;
  }

  /// Reads a line that has lost its line end.
  static Command parse(String line) {
    return new TextParser(line).command();
  }

  private Command command() {
    return switch (word()) {
      case "auth" -> login();
      case "send" -> send();
      case "inbox" -> has(1) ? new Inbox(word()) : incomplete("inbox");
      case "users" -> has(1) ? new Users(word()) : incomplete("users");
      case "online" -> has(1) ? new Online(word()) : incomplete("online");
      case "logout" -> has(1) ? new Logout(word()) : incomplete("logout");
      default -> new Malformed("unknown", Reason.UNKNOWN_COMMAND);
    };
  }

  private Command login() {
    if (!has(2)) {
      return incomplete("auth");
    }
    var user = word();
    var password = word();
    return new Login(user, password);
  }

  private Command send() {
    if (!has(2)) {
      return incomplete("send");
    }
    var token = word();
    var to = word();
    return new Send(token, to, rest(), "");
  }

  private static Command incomplete(String verb) {
    return new Malformed(verb, Reason.MISSING_PARAMETER);
  }

  /// Whether at least so many words are left.
  private boolean has(int words) {
    int start = at;
    for (int i = 1; i < words && start <= line.length(); i++) {
      start = endOfWord(start) + 1;
    }
    return start <= line.length();
  }

  /// Takes the next word, which must be there.
  private String word() {
    int start = at;
    int end = endOfWord(start);
    at = end + 1;
    return WhiteSpace.strip(line.substring(start, end));
  }

  /// Takes all that is left, which may be nothing.
  private String rest() {
    int start = Math.min(at, line.length());
    at = line.length() + 1;
    return WhiteSpace.strip(line.substring(start));
  }

  private int endOfWord(int start) {
    int space = line.indexOf(' ', start);
    return space < 0 ? line.length() : space;
  }
}
