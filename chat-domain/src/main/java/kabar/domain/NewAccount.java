package kabar.domain;

import java.time.Instant;
import java.util.Optional;
import kabar.api.store.Account;
import kabar.protocol.Reason;
import kabar.protocol.Reply.Refused;

/// An account that somebody asks for.
///
/// @param country where they are from, empty if not told
public record NewAccount(String user, String displayName, String country, String password) {
  /// Without the password.
  @Override
  public String toString() {
    return "NewAccount[user=%s]".formatted(user);
  }

  /// The rule that it breaks, empty if it may be made.
  Optional<Refused> fault() {
    return nameFault(user)
        .or(() -> profileFault(displayName, country))
        .or(() -> passwordFault(password));
  }

  /// The same, of a user name alone.
  static Optional<Refused> nameFault(String user) {
    return UserName.isValid(user) ? Optional.empty() : fault("a user name is " + UserName.RULE);
  }

  /// The same, of what others see.
  static Optional<Refused> profileFault(String displayName, String country) {
    if (!DisplayName.isValid(displayName)) {
      return fault("a display name is " + DisplayName.RULE);
    }
    return country.isEmpty() || DisplayName.isValid(country)
        ? Optional.empty()
        : fault("a country, like a display name, is " + DisplayName.RULE);
  }

  /// The same, of a password alone.
  static Optional<Refused> passwordFault(String password) {
    return PasswordRule.isValid(password)
        ? Optional.empty()
        : fault("a password has " + PasswordRule.RULE);
  }

  /// The account, active.
  Account account(String passwordHash, Instant now) {
    return new Account(user, displayName, country, passwordHash, Account.State.ACTIVE, now);
  }

  private static Optional<Refused> fault(String rule) {
    return Optional.of(new Refused(Reason.INVALID_PARAMETER, rule));
  }
}
