package kabar.domain;

import java.util.Optional;
import kabar.protocol.Reason;
import kabar.protocol.Reply.Refused;

/// The rule for what users call their devices, which they read in the list of their sessions.
final class DeviceName {
  private static final String RULE =
      "0 to 64 characters in one line, without '[', ']' and what controls the direction of text";
  private static final int MOST = 64;

  private DeviceName() {}

  /// What breaks the rule, empty if nothing does.
  static Optional<Refused> fault(String device) {
    return OneLine.isValid(device, MOST)
        ? Optional.empty()
        : Optional.of(new Refused(Reason.INVALID_PARAMETER, "the name of a device has " + RULE));
  }
}
