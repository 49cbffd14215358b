package kabar.domain;

import java.util.Optional;
import kabar.protocol.Command;
import kabar.protocol.Reply.Refused;

/// What somebody tells to get an account.
///
/// @param code of an invite, or the owner code, as it was typed; empty if there is none
/// @param device what they call the device, empty if not told
record Registration(NewAccount account, String code, String device) {

  /// What a command asks for.
  static Registration of(Command.Register asked) {
    var account = new NewAccount(asked.user(), asked.displayName(), "", asked.password());
    return new Registration(account, asked.invite(), asked.device());
  }

  /// The rule that it breaks, empty if it may be made.
  Optional<Refused> fault() {
    return account.fault().or(() -> DeviceName.fault(device));
  }

  /// Without the code.
  @Override
  public String toString() {
    return "Registration[account=%s]".formatted(account);
  }
}
