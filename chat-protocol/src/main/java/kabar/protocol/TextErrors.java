package kabar.protocol;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import kabar.protocol.Reply.Refused;

/// What the text dialect says when a command is not carried out.
final class TextErrors {
  /// Something only we can cause.
  static final byte[] BUG = TextJson.error("Kesalahan Server");

  private static final byte[] NO_SUCH_COMMAND = TextJson.error("**Protocol Tidak Benar");
  private static final byte[] INCOMPLETE = TextJson.error("--Protocol Tidak Benar");
  private static final byte[] LONG_LINE = TextJson.error("Permintaan Terlalu Panjang");
  private static final byte[] LONG_TEXT = TextJson.error("Pesan Terlalu Panjang");
  private static final byte[] LONG_REPLY =
      TextJson.error("Jawaban Terlalu Panjang, Pakai Koneksi Stream");
  private static final byte[] NOT_UTF8 = TextJson.error("Bukan UTF-8");
  private static final byte[] NO_SESSION = TextJson.error("Session Tidak Ditemukan");
  private static final byte[] WRONG_PASSWORD = TextJson.error("Password Salah");
  private static final byte[] NO_SUCH_LOGIN = TextJson.error("User Tidak Ada");
  private static final byte[] NO_SUCH_RECEIVER = TextJson.error("User Tidak Ditemukan");
  private static final byte[] FORBIDDEN = TextJson.error("Tidak Diizinkan");
  private static final byte[] BUSY = TextJson.error("Server Sedang Sibuk");

  private TextErrors() {}

  /// The payload for a refusal of a command, which may be shared.
  static byte[] of(Command command, Refused refused) {
    return switch (refused.reason()) {
      case FOREIGN_PROTOCOL, UNKNOWN_COMMAND -> NO_SUCH_COMMAND;
      case MISSING_PARAMETER -> INCOMPLETE;
      case LINE_TOO_LONG -> LONG_LINE;
      case TOO_LARGE -> LONG_TEXT;
      case REPLY_TOO_LONG -> LONG_REPLY;
      case NOT_UTF8 -> NOT_UTF8;
      case LOGIN_REQUIRED -> NO_SESSION;
      case BAD_CREDENTIALS -> WRONG_PASSWORD;
      case UNKNOWN_USER -> noSuchUser(command);
      case NOT_ALLOWED -> FORBIDDEN;
      case TOO_FAST -> tooFast(refused.retryAfter());
      case UNAVAILABLE -> BUSY;
      // Nothing in this dialect is JSON, registers a name or gives a message a key.
      case NOT_JSON, INVALID_REQUEST, NAME_TAKEN, INVALID_PARAMETER, CONFLICT, UNKNOWN -> BUG;
    };
  }

  private static byte[] noSuchUser(Command command) {
    return command instanceof Command.Login ? NO_SUCH_LOGIN : NO_SUCH_RECEIVER;
  }

  /// Whole seconds: whoever waits for as long has waited long enough.
  private static byte[] tooFast(Duration retryAfter) {
    long seconds = retryAfter.plusMillis(999).truncatedTo(ChronoUnit.SECONDS).toSeconds();
    return TextJson.error("Terlalu Cepat, Coba Lagi " + seconds + " Detik");
  }
}
