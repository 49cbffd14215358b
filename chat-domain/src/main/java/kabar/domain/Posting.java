package kabar.domain;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;

/// Takes messages in: from whom there is a session, to whom there is an account, at the pace that
/// is allowed. Messages of one caller may overlap, but reach the store in the order of their
/// arrival.
///
/// A message that is too early waits where its peer can be made to wait with what it sends next,
/// and
/// is refused elsewhere: the peer learns how long to wait, and the message counts for nothing.
final class Posting {
  private static final CompletionStage<Duration> NO_WAIT =
      CompletableFuture.completedStage(Duration.ZERO);

  private final Sessions sessions;
  private final MessagePace pace;
  private final Addressees addressees;
  private final Mail mail;

  Posting(Chat chat) {
    this.sessions = chat.sessions();
    this.pace = chat.pace();
    this.addressees = chat.addressees();
    this.mail = chat.mail();
  }

  CompletionStage<Reply> send(Command.Send send, Caller caller) {
    return caller.inOrder(
        () -> addressed(send, caller),
        addressed ->
            switch (addressed) {
              case Addressed.Yes(var sender) -> mail.send(sender, send);
              case Addressed.No(var refusal) -> Router.done(refusal);
            });
  }

  private CompletionStage<Addressed> addressed(Command.Send send, Caller caller) {
    return sessions
        .find(send, caller)
        .thenCompose(
            found ->
                found
                    .map(session -> addressed(send, session, caller))
                    .orElseGet(() -> not(Reply.Refused.because(Reason.LOGIN_REQUIRED))));
  }

  private CompletionStage<Addressed> addressed(Command.Send send, Session sender, Caller caller) {
    sessions.used(sender, caller);
    return onTime(sender, caller)
        .thenCompose(
            wait ->
                wait.isPositive()
                    ? not(Reply.Refused.tooFast(wait))
                    : addressed(send.to(), sender));
  }

  private CompletionStage<Duration> onTime(Session sender, Caller caller) {
    return caller.isPatient()
        ? pace.onTime(sender).thenCompose(_ -> NO_WAIT)
        : CompletableFuture.completedStage(pace.take(sender));
  }

  private CompletionStage<Addressed> addressed(String to, Session sender) {
    return addressees
        .contain(to)
        .thenCompose(
            isReached ->
                isReached
                    ? CompletableFuture.completedStage(new Addressed.Yes(sender))
                    : not(Reply.Refused.because(Reason.UNKNOWN_USER)));
  }

  private static CompletionStage<Addressed> not(Reply.Refused refusal) {
    return CompletableFuture.completedStage(new Addressed.No(refusal));
  }

  /// Whether a message has a sender and a receiver, and comes on time.
  private sealed interface Addressed {
    record Yes(Session sender) implements Addressed {}

    record No(Reply.Refused refusal) implements Addressed {}
  }
}
