package kabar.protocol;

import kabar.protocol.Command.Bound;
import kabar.protocol.Command.Hello;
import kabar.protocol.Command.Inbox;
import kabar.protocol.Command.Login;
import kabar.protocol.Command.Logout;
import kabar.protocol.Command.Malformed;
import kabar.protocol.Command.Online;
import kabar.protocol.Command.Ping;
import kabar.protocol.Command.Register;
import kabar.protocol.Command.Resume;
import kabar.protocol.Command.Send;
import kabar.protocol.Command.Users;

/// Writes the requests of the text dialect, as a client of it.
public final class TextRequest {
  /// What stands behind every request: the original clients put a space before the line end.
  public static final String END = " \r\n";

  private TextRequest() {}

  /// The line that asks for a command, with its end.
  ///
  /// No part of the command may contain an LF.
  ///
  /// @throws IllegalArgumentException if this dialect has no such request
  public static String of(Command command) {
    var words =
        switch (command) {
          case Login(var user, var password, _) -> "auth " + user + " " + password;
          case Send(var token, var to, var text, _) -> "send " + token + " " + to + " " + text;
          case Inbox(var token) -> "inbox " + token;
          case Users(var token) -> "users " + token;
          case Online(var token) -> "online " + token;
          case Logout(var token, _) -> "logout " + token;
          case Malformed _, Hello _, Ping _, Register _, Resume _, Bound _ ->
              throw new IllegalArgumentException("this dialect cannot ask for " + command);
        };
    return words + END;
  }
}
