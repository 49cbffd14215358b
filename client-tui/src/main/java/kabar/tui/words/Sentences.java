package kabar.tui.words;

import java.time.Duration;
import java.util.Locale;
import kabar.client.ConnectionState;
import kabar.client.Loss;
import kabar.client.Way;
import kabar.protocol.Availability;
import kabar.protocol.Reason;
import kabar.protocol.Reply;

/// What happened, in one language: chooses the phrase for whatever a server or the client's core
/// says.
///
/// @param language in which it is said
public record Sentences(Language language) {

  /// A phrase.
  public String say(Phrase phrase, Object... arguments) {
    return phrase.in(language, arguments);
  }

  /// Why a server refuses. What it says itself, in English, follows where it says more.
  public String refusal(Reply.Refused refused) {
    return refused.reason() == Reason.TOO_FAST
        ? say(Phrase.TOO_FAST, seconds(refused.retryAfter()))
        : refusal(refused.reason(), refused.detail());
  }

  /// The same where it need not be tried again.
  ///
  /// @param detail the server's own sentence, empty where the reason says it all
  public String refusal(Reason reason, String detail) {
    var why = say(phrase(reason), "1");
    return detail.isEmpty() ? why : why + ": " + detail;
  }

  /// Why there is no connection.
  public String loss(Loss loss) {
    return say(
        switch (loss) {
          case UNREACHABLE -> Phrase.UNREACHABLE;
          case LOST -> Phrase.LOST;
          case SILENT -> Phrase.SILENT;
          case STOPPING -> Phrase.STOPPING;
          case BUSY -> Phrase.BUSY;
          case GARBLED -> Phrase.GARBLED;
        });
  }

  /// By which way a server was reached that could not be reached by the one that was asked for.
  public String detour(Way way) {
    return say(
        Phrase.DETOUR,
        way.transport().toUpperCase(Locale.ROOT),
        way.unanswered().toUpperCase(Locale.ROOT));
  }

  /// Why there is no connection, and when it is tried again.
  public String retry(ConnectionState.Offline offline) {
    return say(Phrase.RETRY, loss(offline.loss()), seconds(offline.retryIn()));
  }

  /// Why there is no connection, and what it does not lose.
  ///
  /// @param waiting how many messages are in the outbox
  public String saved(Loss loss, int waiting) {
    return switch (waiting) {
      case 0 -> loss(loss);
      case 1 -> say(Phrase.ONE_SAVED, loss(loss));
      default -> say(Phrase.MANY_SAVED, loss(loss), waiting);
    };
  }

  /// Whether somebody is there.
  public String availability(Availability availability) {
    return say(
        switch (availability) {
          case ONLINE -> Phrase.ONLINE;
          case AWAY -> Phrase.AWAY;
          case OFFLINE -> Phrase.OFFLINE;
        });
  }

  /// Whole seconds, at least one.
  public static String seconds(Duration duration) {
    return String.valueOf(Math.max(1, duration.plusMillis(999).toSeconds()));
  }

  private static Phrase phrase(Reason reason) {
    return switch (reason) {
      case FOREIGN_PROTOCOL -> Phrase.FOREIGN_PROTOCOL;
      case NOT_UTF8, NOT_JSON, INVALID_REQUEST, UNKNOWN_COMMAND -> Phrase.NOT_UNDERSTOOD;
      case MISSING_PARAMETER, INVALID_PARAMETER -> Phrase.BAD_PARAMETER;
      case LOGIN_REQUIRED -> Phrase.SESSION_ENDED;
      case BAD_CREDENTIALS -> Phrase.BAD_CREDENTIALS;
      case UNKNOWN_USER -> Phrase.UNKNOWN_USER;
      case NAME_TAKEN -> Phrase.NAME_TAKEN;
      case NOT_ALLOWED -> Phrase.NOT_ALLOWED;
      case LINE_TOO_LONG, TOO_LARGE -> Phrase.TOO_LARGE;
      case REPLY_TOO_LONG -> Phrase.REPLY_TOO_LONG;
      case TOO_FAST -> Phrase.TOO_FAST;
      case UNAVAILABLE -> Phrase.UNAVAILABLE;
      case CONFLICT -> Phrase.CONFLICT;
      case UNKNOWN -> Phrase.UNKNOWN_REASON;
    };
  }
}
