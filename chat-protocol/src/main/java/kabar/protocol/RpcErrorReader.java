package kabar.protocol;

import java.time.Duration;
import java.util.regex.Pattern;
import kabar.protocol.JsonValue.Numeral;
import kabar.protocol.Reply.Failed;
import kabar.protocol.Reply.Refused;

/// Reads the errors of the dialect, as a client of it.
final class RpcErrorReader {
  /// Where a server says that it was too fast, and not how long to wait.
  private static final Duration USUAL_WAIT = Duration.ofSeconds(1);

  private static final Pattern CODE = Pattern.compile("-?[0-9]{1,9}");

  private RpcErrorReader() {}

  /// The reply that an error stands for.
  ///
  /// @throws RpcException if it is none
  static Reply read(RpcMembers error) throws RpcException {
    var code = code(error);
    var message = error.text("message");
    var data = error.has("data") ? error.object("data") : RpcMembers.NONE;
    if (code == RpcErrors.BUG) {
      return new Failed(data.textOrEmpty("logId"));
    }
    var reason =
        data.has("reason") ? RpcErrors.reason(data.text("reason")) : RpcErrors.reasonOfCode(code);
    var detail = message.equals(RpcErrors.sentence(reason)) ? "" : message;
    return new Refused(
        reason, detail, reason == Reason.TOO_FAST ? retryAfter(data) : Duration.ZERO);
  }

  /// One that is not of the size of any code stands for an unknown one.
  private static int code(RpcMembers error) throws RpcException {
    if (error.get("code") instanceof Numeral(var digits)) {
      return CODE.matcher(digits).matches() ? Integer.parseInt(digits) : 0;
    }
    throw RpcMembers.invalid("code", error.get("code").kind(), "a number");
  }

  private static Duration retryAfter(RpcMembers data) throws RpcException {
    long millis = data.has("retryAfterMillis") ? data.count("retryAfterMillis") : 0;
    return millis > 0 ? Duration.ofMillis(millis) : USUAL_WAIT;
  }
}
