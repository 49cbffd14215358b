package kabar.domain;

/// What somebody can do too often or too much of. The words are stable: metrics rely on them.
enum Limit {
  /// Connections of one address at once.
  CONNECTIONS_PER_ADDRESS("connections-per-address"),
  /// Connections of one address, new within ten minutes.
  NEW_CONNECTIONS("new-connections"),
  /// Wrong passwords for one account.
  WRONG_PASSWORDS_PER_ACCOUNT("wrong-passwords-per-account"),
  /// Wrong passwords from one address.
  WRONG_PASSWORDS_PER_ADDRESS("wrong-passwords-per-address"),
  /// Registrations from one address.
  REGISTRATIONS("registrations"),
  /// Messages of one session.
  MESSAGES("messages"),
  /// Sessions of one account.
  SESSIONS("sessions"),
  /// How long a connection of a live dialect may say nothing.
  IDLE("idle"),
  /// Length of a reply to an address that is not proven.
  UNPROVEN_REPLY_BYTES("unproven-reply-bytes"),
  /// Length of a reply to an address that is not proven, and to which the session is bound.
  BOUND_REPLY_BYTES("bound-reply-bytes"),
  /// Replies to one address that is not proven.
  UNPROVEN_REPLIES_PER_ADDRESS("unproven-replies-per-address"),
  /// Replies to all addresses that are not proven.
  UNPROVEN_REPLIES("unproven-replies"),
  /// Requests under way from addresses that are not proven.
  UNPROVEN_REQUESTS("unproven-requests"),
  /// Logins under way from addresses that are not proven.
  UNPROVEN_LOGINS("unproven-logins");

  private final String word;

  Limit(String word) {
    this.word = word;
  }

  /// The limit in metrics: lower-case, joined by dashes.
  String word() {
    return word;
  }
}
