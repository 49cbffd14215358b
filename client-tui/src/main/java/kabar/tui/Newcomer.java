package kabar.tui;

import java.io.IOException;
import kabar.protocol.Command.Register;

/// Somebody who is about to have an account.
///
/// @param shown the name for people, empty for the user name
/// @param invite empty if there is none
record Newcomer(String user, String shown, String invite, String device) {

  /// The command that makes the account; the password is asked for.
  ///
  /// @throws NotDoneException if something is missing or cannot be read
  Register registration(Errand errand, Passwords passwords) throws NotDoneException, IOException {
    var name = Argument.readable(errand, "USER", user);
    var displayName = Argument.readable(errand, "--name", shown.isEmpty() ? user : shown);
    return new Register(name, passwords.fresh(), displayName, invite, device);
  }
}
