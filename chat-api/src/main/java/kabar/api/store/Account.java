package kabar.api.store;

/// Somebody who may log in.
///
/// @param user the name, unique and compared exactly
/// @param displayName the name shown to people
/// @param country where they are from, empty if not told (seed 002's `negara`)
/// @param passwordHash what a password is checked against, in a form that tells its own parameters
public record Account(String user, String displayName, String country, String passwordHash) {

  /// Without the hash, which must never reach a log.
  @Override
  public String toString() {
    return "Account[user=%s]".formatted(user);
  }
}
