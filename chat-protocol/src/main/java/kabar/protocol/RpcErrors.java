package kabar.protocol;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kabar.protocol.Reply.Refused;
import tools.jackson.core.JsonGenerator;

/// What the dialect says when a request is not carried out. The codes below zero are those of
/// JSON-RPC 2.0 §5.1; for all that chat itself refuses there is one more, and words.
final class RpcErrors {
  /// The code of an error that only we can cause.
  static final int BUG = -32603;

  private static final int NOT_JSON = -32700;
  private static final int INVALID_REQUEST = -32600;
  private static final int UNKNOWN_METHOD = -32601;
  private static final int INVALID_PARAMS = -32602;
  private static final int REFUSED = 1;

  private static final Map<String, Reason> BY_WORD =
      Arrays.stream(Reason.values()).collect(Collectors.toMap(Reason::word, Function.identity()));

  private RpcErrors() {}

  /// The reason with this word; that of unknown ones if there is none.
  static Reason reason(String word) {
    return BY_WORD.getOrDefault(word, Reason.UNKNOWN);
  }

  /// The reason where there is no word, only a code.
  static Reason reasonOfCode(int code) {
    return switch (code) {
      case NOT_JSON -> Reason.NOT_JSON;
      case INVALID_REQUEST -> Reason.INVALID_REQUEST;
      case UNKNOWN_METHOD -> Reason.UNKNOWN_COMMAND;
      case INVALID_PARAMS -> Reason.INVALID_PARAMETER;
      default -> Reason.UNKNOWN;
    };
  }

  /// The members of an error that tells of a refusal.
  static void refusal(JsonGenerator json, Refused refused) {
    var reason = refused.reason();
    json.writeNumberProperty("code", code(reason));
    json.writeStringProperty(
        "message", refused.detail().isEmpty() ? sentence(reason) : refused.detail());
    json.writeObjectPropertyStart("data");
    json.writeStringProperty("reason", reason.word());
    if (refused.retryAfter().isPositive()) {
      // Whoever waits for as long has waited long enough.
      json.writeNumberProperty(
          "retryAfterMillis", refused.retryAfter().plusNanos(999_999).toMillis());
    }
    json.writeEndObject();
  }

  /// The members of an error that tells of a bug of ours.
  static void bug(JsonGenerator json, String logId) {
    json.writeNumberProperty("code", BUG);
    json.writeStringProperty("message", "a bug in the server: its log tells more under " + logId);
    json.writeObjectPropertyStart("data");
    json.writeStringProperty("logId", logId);
    json.writeEndObject();
  }

  private static int code(Reason reason) {
    return switch (reason) {
      case NOT_JSON, NOT_UTF8 -> NOT_JSON;
      case INVALID_REQUEST, LINE_TOO_LONG, FOREIGN_PROTOCOL -> INVALID_REQUEST;
      case UNKNOWN_COMMAND -> UNKNOWN_METHOD;
      case MISSING_PARAMETER, INVALID_PARAMETER -> INVALID_PARAMS;
      case LOGIN_REQUIRED,
          BAD_CREDENTIALS,
          UNKNOWN_USER,
          NAME_TAKEN,
          NOT_ALLOWED,
          TOO_LARGE,
          REPLY_TOO_LONG,
          TOO_FAST,
          UNAVAILABLE,
          CONFLICT,
          UNKNOWN ->
          REFUSED;
    };
  }

  /// What is said where there is no more to say than the reason.
  static String sentence(Reason reason) {
    return switch (reason) {
      case FOREIGN_PROTOCOL -> "this is a chat server, which speaks neither TLS nor HTTP here";
      case LINE_TOO_LONG -> "the line is longer than allowed";
      case NOT_UTF8 -> "the line is not UTF-8";
      case NOT_JSON -> "the line is not JSON";
      case INVALID_REQUEST -> "the line is no request of JSON-RPC 2.0";
      case UNKNOWN_COMMAND -> "there is no such method";
      case MISSING_PARAMETER -> "a parameter is missing";
      case INVALID_PARAMETER -> "a parameter does not follow its rule";
      case LOGIN_REQUIRED -> "log in first: there is no session, or it has ended";
      case BAD_CREDENTIALS -> "the user name or the password is wrong";
      case UNKNOWN_USER -> "nobody has this name";
      case NAME_TAKEN -> "somebody has this name already";
      case NOT_ALLOWED -> "this account may not do this";
      case TOO_LARGE -> "the text is longer than allowed";
      case REPLY_TOO_LONG -> "the reply is too long for this transport: use a stream";
      case TOO_FAST -> "this was too fast: wait a little and try again";
      case UNAVAILABLE -> "the server cannot do this now: try again later";
      case CONFLICT -> "the key was used for another message";
      case UNKNOWN -> "this was refused";
    };
  }
}
