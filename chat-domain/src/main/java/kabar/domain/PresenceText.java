package kabar.domain;

import java.util.Optional;
import kabar.protocol.Reason;
import kabar.protocol.Reply.Refused;

/// The rule for what users say about being there or not.
final class PresenceText {
  private static final String RULE =
      "0 to 140 characters in one line, without '[', ']' and what controls the direction of text";
  private static final int MOST = 140;

  private PresenceText() {}

  /// What breaks the rule, empty if nothing does.
  static Optional<Refused> fault(String text) {
    return OneLine.isValid(text, MOST)
        ? Optional.empty()
        : Optional.of(new Refused(Reason.INVALID_PARAMETER, "the text of a presence has " + RULE));
  }
}
