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
    return isValid(device)
        ? Optional.empty()
        : Optional.of(new Refused(Reason.INVALID_PARAMETER, "the name of a device has " + RULE));
  }

  private static boolean isValid(String device) {
    return device.codePointCount(0, device.length()) <= MOST
        && device.codePoints().allMatch(DeviceName::isAllowed);
  }

  private static boolean isAllowed(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> isJoiner(codePoint);
      default -> codePoint != '[' && codePoint != ']';
    };
  }

  /// Zero-width joiner and non-joiner: parts of words in some scripts, and of emoji.
  private static boolean isJoiner(int codePoint) {
    return codePoint == 0x200D || codePoint == 0x200C;
  }
}
