package kabar.api.store;

/// How an attempt to make an account with an invite ended.
public enum Admission {
  /// The account is there, and the invite is used up.
  ADMITTED,
  /// Somebody has or had the name; the invite stays as it is.
  NAME_TAKEN,
  /// There is no such invite, or it has expired or been used.
  NOT_INVITED
}
