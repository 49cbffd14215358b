package kabar.api.store;

import java.time.Instant;

/// Somebody who has, or had, a name here.
///
/// @param user the name, unique and compared exactly
/// @param displayName the name shown to people
/// @param country where they are from, empty if not told (seed 002's `negara`)
/// @param passwordHash what a password is checked against, in a form that tells its own parameters;
///     empty if no password is right
/// @param state whether they may log in
/// @param createdAt when the account was made
public record Account(
    String user,
    String displayName,
    String country,
    String passwordHash,
    State state,
    Instant createdAt) {

  /// Whether somebody may log in.
  public enum State {
    /// May log in.
    ACTIVE,
    /// May not log in until the account is active again; everything of it is kept.
    DISABLED,
    /// Is gone. Only the name is kept, so that nobody else can take it and read what was sent to
    /// it.
    DELETED
  }

  /// Without the hash, which must never reach a log.
  @Override
  public String toString() {
    return "Account[user=%s, state=%s]".formatted(user, state);
  }
}
