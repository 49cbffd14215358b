package kabar.server.operation;

import java.util.concurrent.CompletionStage;
import kabar.protocol.Reply;
import kabar.server.control.RefusedException;

/// What the domain answers to an operator.
final class Answers {

  private Answers() {}

  /// Waits for a change.
  ///
  /// @param command the command, and what it is about: `user add: 'messi'`
  /// @throws RefusedException if it is refused
  static void require(String command, CompletionStage<Reply> answer) {
    if (Awaited.of(answer) instanceof Reply.Refused refused) {
      throw refusal(command, refused);
    }
  }

  /// The sentence for a refusal.
  static RefusedException refusal(String command, Reply.Refused refused) {
    return new RefusedException(
        "%s cannot be done: %s"
            .formatted(
                command, refused.detail().isEmpty() ? refused.reason().word() : refused.detail()));
  }
}
