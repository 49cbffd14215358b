package kabar.protocol;

/// Why a request was refused. The words are stable: programs and metrics rely on them.
public enum Reason {
  /// The first line of a connection is a TLS or HTTP greeting. The connection ends after the
  /// answer.
  FOREIGN_PROTOCOL("foreign-protocol"),
  /// The line is longer than the dialect allows, or than the transport carries.
  LINE_TOO_LONG("line-too-long"),
  /// The line is not UTF-8.
  NOT_UTF8("not-utf8"),
  /// The line is not JSON.
  NOT_JSON("not-json"),
  /// The line is JSON, but no request of the dialect.
  INVALID_REQUEST("invalid-request"),
  /// No command has this name.
  UNKNOWN_COMMAND("unknown-command"),
  /// A parameter that the command needs is missing.
  MISSING_PARAMETER("missing-parameter"),
  /// The token belongs to no session: there was none, or it ended.
  LOGIN_REQUIRED("login-required"),
  /// The user name or the password is wrong.
  BAD_CREDENTIALS("bad-credentials"),
  /// Nobody has this name.
  UNKNOWN_USER("unknown-user"),
  /// Somebody has this name already.
  NAME_TAKEN("name-taken"),
  /// A parameter does not follow its rule; the detail says which, and what would be right.
  INVALID_PARAMETER("invalid-parameter"),
  /// This account may not do this.
  NOT_ALLOWED("not-allowed"),
  /// The text of a message is longer than allowed.
  TOO_LARGE("too-large"),
  /// The reply is longer than may be sent to a peer whose address is not proven. The command was
  /// carried out.
  REPLY_TOO_LONG("reply-too-long"),
  /// It was asked for too often; the refusal says how long to wait.
  TOO_FAST("too-fast"),
  /// The server cannot do this now; later it may.
  UNAVAILABLE("unavailable"),
  /// A message's key was used for another message.
  CONFLICT("conflict"),
  /// Whatever a server says that this program does not know.
  UNKNOWN("unknown");

  private final String word;

  Reason(String word) {
    this.word = word;
  }

  /// The reason on the wire and in metrics: lower-case, joined by dashes.
  public String word() {
    return word;
  }
}
