package kabar.domain;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import kabar.api.Form;
import kabar.api.Option;
import kabar.api.Settings;

/// Who may make an account.
///
/// @param policy who may (`policy`)
/// @param inviteValidity how long an invite is good where its maker does not say
///     (`invite-validity`)
public record RegistrationRules(Policy policy, Duration inviteValidity) {
  private static final Option<Policy> POLICY =
      Option.of(
          "policy",
          Form.text(
              "open, invite or closed",
              RegistrationRules::policy,
              policy -> policy.name().toLowerCase(Locale.ROOT)),
          Policy.INVITE,
          "Who may make an account: anybody, whoever has an invite, or nobody but the operator");
  private static final Option<Duration> INVITE_VALIDITY =
      Option.of(
          "invite-validity",
          Form.duration(),
          Duration.ofDays(7),
          "How long an invite is good where its maker does not say");

  /// All options there are.
  public static final List<Option<?>> OPTIONS = List.of(POLICY, INVITE_VALIDITY);

  /// The rules where nothing is set.
  public static final RegistrationRules DEFAULT = from(Settings.none());

  /// Who may make an account. Whatever it is, the first account of a server needs a code.
  public enum Policy {
    /// Anybody.
    OPEN,
    /// Whoever has an invite.
    INVITE,
    /// Nobody; the operator makes them.
    CLOSED
  }

  /// Reads the options above.
  ///
  /// @throws kabar.api.SettingsException if one is unknown or cannot be used
  public static RegistrationRules from(Settings settings) {
    var rules = new RegistrationRules(settings.get(POLICY), settings.get(INVITE_VALIDITY));
    settings.rejectUnknown();
    return rules;
  }

  private static Policy policy(String text) {
    return switch (text) {
      case "open", "invite", "closed" -> Policy.valueOf(text.toUpperCase(Locale.ROOT));
      default -> throw new IllegalArgumentException("no policy");
    };
  }
}
