package kabar.protocol;

/// Says why a line, or a part of one, could not be read: what was found, and what was expected.
/// Peers cause it with whatever they send, so it carries no stack trace.
final class RpcException extends Exception {
  private final Reason reason;

  RpcException(Reason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  /// A sentence for people, printable whatever was sent.
  String detail() {
    return String.valueOf(getMessage());
  }
}
