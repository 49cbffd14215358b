package kabar.domain;

/// What the operator decides about accounts and what they keep.
///
/// @param revealUnknownUsers whether a login tells that a user does not exist; convenient, and it
///     lets strangers find out who has an account
public record ChatRules(
    boolean revealUnknownUsers,
    SessionRules sessions,
    RegistrationRules registration,
    RetentionRule retention) {

  /// The rules where nothing else is set.
  public static ChatRules withDefaults(boolean revealUnknownUsers) {
    return new ChatRules(
        revealUnknownUsers, SessionRules.DEFAULT, RegistrationRules.DEFAULT, RetentionRule.DEFAULT);
  }
}
