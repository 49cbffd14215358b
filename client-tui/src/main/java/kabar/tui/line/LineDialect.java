package kabar.tui.line;

import java.util.List;
import java.util.Optional;
import kabar.protocol.Command;
import kabar.protocol.TextAnswer.Ok;
import kabar.protocol.TextAnswerException;
import kabar.protocol.TextRequest;
import kabar.protocol.print.Printable;

/// Which of the two original clients to be like. They differ in their prompt, in what they print
/// about logging out, and in what they tell of their talk with the server.
public enum LineDialect {
  /// The client of the chat program.
  CHAT,
  /// The client of ChatBox.
  CHATBOX;

  /// The dialect with this name, `chat` or `chatbox`; empty if it is neither.
  public static Optional<LineDialect> parse(String name) {
    return switch (name) {
      case "chat" -> Optional.of(CHAT);
      case "chatbox" -> Optional.of(CHATBOX);
      default -> Optional.empty();
    };
  }

  /// What asks for the next command.
  ///
  /// @param token of the session, empty if there is none
  String prompt(String token) {
    return switch (this) {
      case CHAT -> "Command " + token + ":";
      case CHATBOX -> "\nCommand " + token + "\n↳ ";
    };
  }

  /// The refusal of a command that needs a session, where there is none.
  String notLoggedIn(Command command) {
    return this == CHATBOX && command instanceof Command.Logout
        ? "Error, you are not logged in yet"
        : "Error, not authorized";
  }

  /// What is printed about a logout. A server may have answered in the other dialect.
  List<String> loggedOut(Ok answer) throws TextAnswerException {
    return switch (this) {
      case CHAT ->
          answer.json().containsKey("messages")
              ? List.of(answer.json("messages"), "Successfully logged out!")
              : List.of("Successfully logged out!");
      case CHATBOX -> List.of("Logged out");
    };
  }

  /// What is printed when Ctrl-C is about to log out.
  List<String> loggingOut() {
    return this == CHATBOX ? List.of("Logging out...") : List.of();
  }

  /// What is printed last after Ctrl-C.
  List<String> exiting() {
    return this == CHATBOX ? List.of("Exiting program") : List.of();
  }

  /// What is printed of a request to send, where the talk is traced. One of the originals printed
  /// the request with its line end, the other without.
  String trace(String request) {
    int end = request.length() - TextRequest.END.length();
    var words = Printable.of(request.substring(0, end));
    return words + (this == CHAT ? TextRequest.END : "") + "\n";
  }

  /// Whether the pieces of an answer are traced.
  boolean tracesAnswers() {
    return this == CHAT;
  }
}
