package kabar.tui;

import kabar.client.ConnectionState;
import kabar.client.Refusal;
import kabar.tui.words.Phrase;

/// What keeps a client from being online, in words.
final class Setback {
  private Setback() {}

  /// Why it does not try any more, as the end of the command.
  static NotDoneException end(Errand errand, ConnectionState.Refused refused) {
    return new NotDoneException(code(refused.refusal()), sentence(errand, refused));
  }

  static ExitCode code(Refusal refusal) {
    return switch (refusal) {
      case NOT_LOGGED_IN, SESSION_ENDED, NOT_ADMITTED -> ExitCode.NOT_LOGGED_IN;
      case OTHER_PROTOCOL, UNSUPPORTED_SERVER -> ExitCode.UNREACHABLE;
      case UNUSABLE_URL -> ExitCode.USAGE;
      case UNUSABLE_PROFILE -> ExitCode.FILES;
    };
  }

  static String sentence(Errand errand, ConnectionState.Refused refused) {
    return switch (refused.refusal()) {
      case NOT_LOGGED_IN -> errand.say(Phrase.NOT_LOGGED_IN, errand.profile());
      case SESSION_ENDED -> errand.say(Phrase.SESSION_ENDED);
      case OTHER_PROTOCOL -> detailed(errand.say(Phrase.OTHER_PROTOCOL), refused.detail());
      case UNSUPPORTED_SERVER -> detailed(errand.say(Phrase.UNSUPPORTED_SERVER), refused.detail());
      case NOT_ADMITTED, UNUSABLE_URL, UNUSABLE_PROFILE -> refused.detail();
    };
  }

  private static String detailed(String sentence, String detail) {
    return detail.isEmpty() ? sentence : "%s (%s)".formatted(sentence, detail);
  }
}
