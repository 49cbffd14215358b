package kabar.distribution;

/// What the text dialect answers, word for word.
final class Replies {
  static final String UNKNOWN_COMMAND = error("**Protocol Tidak Benar");
  static final String INCOMPLETE = error("--Protocol Tidak Benar");
  static final String LONG_LINE = error("Permintaan Terlalu Panjang");
  static final String NOT_UTF8 = error("Bukan UTF-8");
  static final String NO_SESSION = error("Session Tidak Ditemukan");
  static final String WRONG_PASSWORD = error("Password Salah");
  static final String NO_SUCH_LOGIN = error("User Tidak Ada");
  static final String NO_SUCH_RECEIVER = error("User Tidak Ditemukan");
  static final String SENT = "{\"status\": \"OK\", \"message\": \"Message Sent\"}";
  static final String BARE_OK = "{\"status\": \"OK\"}";

  private Replies() {}

  static String error(String message) {
    return "{\"status\": \"ERROR\", \"message\": \"%s\"}".formatted(message);
  }

  /// What the dialect `chat` answers to a logout.
  static String loggedOut(String user) {
    return "{\"status\": \"OK\", \"messages\": \"LOGGING OUT: %s\", \"tokenid\": \"\"}"
        .formatted(user);
  }

  /// An inbox with one message from messi to henderson.
  static String inbox(String text) {
    return ("{\"status\": \"OK\", \"messages\": {\"messi\": [{\"msg_from\": \"Lionel Messi\","
            + " \"msg_to\": \"Jordan Henderson\", \"msg\": \" %s \\r\\n\"}]}}")
        .formatted(text);
  }
}
