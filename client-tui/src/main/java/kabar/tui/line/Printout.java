package kabar.tui.line;

import java.util.List;
import kabar.protocol.Command;
import kabar.protocol.TextAnswer;
import kabar.protocol.TextAnswer.Ok;
import kabar.protocol.TextAnswerException;

/// What the original clients print for an answer.
final class Printout {
  private final LineDialect dialect;

  Printout(LineDialect dialect) {
    this.dialect = dialect;
  }

  /// The lines for the answer to a command.
  ///
  /// @throws TextAnswerException if the answer lacks what has to be printed
  List<String> lines(Command command, TextAnswer answer) throws TextAnswerException {
    return switch (answer) {
      case TextAnswer.Refusal(var message) -> List.of("Error, " + message);
      case Ok ok -> success(command, ok);
    };
  }

  private List<String> success(Command command, Ok answer) throws TextAnswerException {
    return switch (command) {
      case Command.Login(var user, _, _) ->
          List.of("username %s logged in, token %s".formatted(user, answer.text("tokenid")));
      case Command.Send send -> List.of("message sent to " + send.to());
      case Command.Inbox _ -> List.of(answer.json("messages"));
      case Command.Users _ -> List.of("Active Users:", answer.json("messages"));
      case Command.Online _ -> List.of(answer.json("users"));
      case Command.Logout _ -> dialect.loggedOut(answer);
      case Command.Malformed _,
          Command.Hello _,
          Command.Ping _,
          Command.Register _,
          Command.Resume _,
          Command.Bound _ ->
          throw new IllegalArgumentException("nobody can type " + command);
    };
  }
}
