package kabar.client;

import kabar.protocol.Command;

/// How a client becomes somebody at the server.
public sealed interface Entry {

  /// With the session that its profile folder keeps.
  record Kept() implements Entry {}

  /// With a new session of an account, which is kept from then on.
  record Login(String user, String password) implements Entry {
    Command command(Introduction introduction) {
      return new Command.Login(user, password, introduction.device());
    }

    @Override
    public String toString() {
      return "Login[user=%s]".formatted(user);
    }
  }

  /// With a new account, whose session is kept from then on.
  ///
  /// @param invite the code that admits, empty if there is none
  record Register(String user, String password, String displayName, String invite)
      implements Entry {
    Command command(Introduction introduction) {
      return new Command.Register(user, password, displayName, invite, introduction.device());
    }

    @Override
    public String toString() {
      return "Register[user=%s]".formatted(user);
    }
  }
}
