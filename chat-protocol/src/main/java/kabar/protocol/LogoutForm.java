package kabar.protocol;

import java.util.Optional;

/// How a successful logout is answered: the only point on which the two original programs differ.
public enum LogoutForm {
  /// Who was logged out, and an empty token. Clients of both programs accept it.
  CHAT,
  /// The bare status. Clients of the chat program fail on it.
  CHATBOX;

  /// The form with this name, `chat` or `chatbox`; empty if it is neither.
  public static Optional<LogoutForm> parse(String name) {
    return switch (name) {
      case "chat" -> Optional.of(CHAT);
      case "chatbox" -> Optional.of(CHATBOX);
      default -> Optional.empty();
    };
  }
}
