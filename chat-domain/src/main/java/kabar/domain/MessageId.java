package kabar.domain;

import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import kabar.protocol.Reason;
import kabar.protocol.Reply;

/// The ids of messages as peers know them: opaque text, whose form is known here alone.
final class MessageId {
  private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

  private MessageId() {}

  /// An id for peers, empty for 0, which stands for no message.
  static String text(long id) {
    return id == 0 ? "" : String.valueOf(id);
  }

  /// Goes on with an id that a peer told, or refuses what is none.
  ///
  /// @param parameter what the peer called it
  static CompletionStage<Reply> read(
      String parameter, String told, LongFunction<CompletionStage<Reply>> useCase) {
    return FORM.matcher(told).matches()
        ? useCase.apply(Long.parseLong(told))
        : Router.done(
            new Reply.Refused(
                Reason.INVALID_PARAMETER,
                "%s: cannot use '%s' (expected the id of a message)".formatted(parameter, told)));
  }
}
