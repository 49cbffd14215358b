package kabar.domain;

import kabar.api.store.Invite;

/// A new invite.
///
/// @param code the secret to hand out; nobody can find it out again
public record IssuedInvite(String code, Invite invite) {

  /// Without the code.
  @Override
  public String toString() {
    return "IssuedInvite[invite=%s]".formatted(invite);
  }
}
