package kabar.tui.state;

import java.time.Instant;

/// What was done a short while ago, as far as it decides what is done next.
///
/// @param before the conversation that was open before this one, empty for none
/// @param seen the id of the newest message on the screen, empty for none
/// @param seenSince since when it is the newest one there and the terminal is looked at
/// @param toldTyping when it was last told that the user writes
/// @param rang when somebody who looks elsewhere was last told of a message
/// @param pursuit what goes on once older messages have come
public record Lately(
    String before,
    String seen,
    Instant seenSince,
    Instant toldTyping,
    Instant rang,
    Pursuit pursuit) {
  public static final Lately NOTHING =
      new Lately("", "", Instant.MIN, Instant.MIN, Instant.MIN, new Pursuit.None());

  public Lately before(String changed) {
    return new Lately(changed, seen, seenSince, toldTyping, rang, pursuit);
  }

  public Lately seen(String changed, Instant since) {
    return new Lately(before, changed, since, toldTyping, rang, pursuit);
  }

  public Lately toldTyping(Instant changed) {
    return new Lately(before, seen, seenSince, changed, rang, pursuit);
  }

  /// The other side believes that the user writes nothing, and is to hear at once when that
  /// changes.
  public Lately toldNoTyping() {
    return toldTyping(Instant.MIN);
  }

  public Lately rang(Instant changed) {
    return new Lately(before, seen, seenSince, toldTyping, changed, pursuit);
  }

  public Lately pursuit(Pursuit changed) {
    return new Lately(before, seen, seenSince, toldTyping, rang, changed);
  }
}
