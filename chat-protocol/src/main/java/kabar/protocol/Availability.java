package kabar.protocol;

import java.util.Arrays;
import java.util.Optional;

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

  /// The one with this word; empty if there is none.
  public static Optional<Availability> parse(String word) {
    return Arrays.stream(values()).filter(known -> known.word.equals(word)).findFirst();
  }

  /// The word on the wire.
  public String word() {
    return word;
  }
}
