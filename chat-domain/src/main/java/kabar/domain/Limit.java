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
  IDLE("idle");

  private final String word;

  Limit(String word) {
    this.word = word;
  }

  /// The limit in metrics: lower-case, joined by dashes.
  String word() {
    return word;
  }
}
