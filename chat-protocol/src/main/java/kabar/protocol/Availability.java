package kabar.protocol;

/// Whether somebody is there. The words are stable: programs rely on them.
public enum Availability {
  /// Has a session that is present.
  ONLINE("online"),
  /// As above, and has said not to be at hand.
  AWAY("away"),
  /// Has no session that is present.
  OFFLINE("offline");

  private final String word;

  Availability(String word) {
    this.word = word;
  }

  /// The word on the wire.
  public String word() {
    return word;
  }
}
