package kabar.domain;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import kabar.api.store.StoreException;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;

/// Turns whatever goes wrong behind it into a reply: what the world caused into a refusal, a bug of
/// ours into a failure with the number under which the log tells more. The one place that catches.
final class GuardedDispatcher implements CommandDispatcher {
  private static final System.Logger LOG = System.getLogger(GuardedDispatcher.class.getName());

  private final CommandDispatcher next;
  private final AtomicLong failures = new AtomicLong();

  GuardedDispatcher(CommandDispatcher next) {
    this.next = next;
  }

  @Override
  public CompletionStage<Reply> dispatch(Command command, Caller caller) {
    try {
      var reply = next.dispatch(command, caller).toCompletableFuture();
      return reply.state() == Future.State.SUCCESS
          ? reply
          : reply.exceptionally(failure -> reply(command, failure));
    } catch (RuntimeException e) {
      return Router.done(reply(command, e));
    }
  }

  @Override
  public void left(Caller caller) {
    next.left(caller);
  }

  private Reply reply(Command command, Throwable failure) {
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return switch (cause) {
      case StoreException e -> unavailable(command, e);
      case UnavailableException e -> unavailable(command, e);
      default -> failed(command, cause);
    };
  }

  private static Reply unavailable(Command command, RuntimeException cause) {
    LOG.log(System.Logger.Level.WARNING, "{0} refused: {1}", command.name(), cause.getMessage());
    return Reply.Refused.because(Reason.UNAVAILABLE);
  }

  private Reply failed(Command command, Throwable bug) {
    var logId = "bug-" + failures.incrementAndGet();
    LOG.log(System.Logger.Level.ERROR, logId + ": " + command.name() + " failed", bug);
    return new Reply.Failed(logId);
  }
}
