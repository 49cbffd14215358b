package kabar.server.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import kabar.domain.Caller;
import kabar.domain.CommandDispatcher;
import kabar.protocol.Command;
import kabar.protocol.Reply;
import org.jspecify.annotations.Nullable;

/// Times every command, from its beginning to its reply, by its name, its outcome and the transport
/// it came by. A command is counted before its reply can leave.
final class MeteredDispatcher implements CommandDispatcher {
  static final String TIMER = "kabar.command";

  private final CommandDispatcher next;
  private final Supplier<? extends MeterRegistry> registry;
  private final LongSupplier nanoClock;
  private final ConcurrentHashMap<Kind, Timer> timers = new ConcurrentHashMap<>();

  /// @param registry asked when a timer is missing, which is at the first command of a kind
  MeteredDispatcher(
      CommandDispatcher next, Supplier<? extends MeterRegistry> registry, LongSupplier nanoClock) {
    this.next = next;
    this.registry = registry;
    this.nanoClock = nanoClock;
  }

  /// What has a timer of its own. None of it is ever a user's text.
  private record Kind(String command, String outcome, String transport) {}

  @Override
  public CompletionStage<Reply> dispatch(Command command, Caller caller) {
    long begun = nanoClock.getAsLong();
    var reply = next.dispatch(command, caller);
    var future = reply.toCompletableFuture();
    if (future.state() == Future.State.SUCCESS) {
      record(begun, command, caller, future.resultNow());
      return reply;
    }
    return reply.whenComplete((answer, _) -> record(begun, command, caller, answer));
  }

  @Override
  public void left(Caller caller) {
    next.left(caller);
  }

  private void record(long begun, Command command, Caller caller, @Nullable Reply reply) {
    long nanos = nanoClock.getAsLong() - begun;
    var kind = new Kind(command.name(), outcome(reply), caller.peer().transport());
    var timer = timers.get(kind);
    if (timer == null) {
      timer = timers.computeIfAbsent(kind, this::timer);
    }
    timer.record(nanos, TimeUnit.NANOSECONDS);
  }

  private static String outcome(@Nullable Reply reply) {
    return switch (reply) {
      case null -> "error";
      case Reply.Refused refused -> refused.reason().word();
      case Reply.Failed _ -> "error";
      case Reply.Greeted _,
          Reply.Pong _,
          Reply.LoggedIn _,
          Reply.Resumed _,
          Reply.Sessions _,
          Reply.Sent _,
          Reply.Inbox _,
          Reply.Users _,
          Reply.Online _,
          Reply.History _,
          Reply.Conversations _,
          Reply.Marked _,
          Reply.People _,
          Reply.Subscribed _,
          Reply.Done _,
          Reply.LoggedOut _ ->
          "ok";
    };
  }

  private Timer timer(Kind kind) {
    return Timer.builder(TIMER)
        .description("From the beginning of a command to its reply")
        .tag("command", kind.command())
        .tag("outcome", kind.outcome())
        .tag("transport", kind.transport())
        .register(registry.get());
  }
}
