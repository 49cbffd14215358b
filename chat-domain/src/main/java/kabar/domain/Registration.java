package kabar.domain;

/// What somebody tells to get an account.
///
/// @param code of an invite, or the owner code, as it was typed; empty if there is none
record Registration(NewAccount account, String code) {

  /// Without the code.
  @Override
  public String toString() {
    return "Registration[account=%s]".formatted(account);
  }
}
