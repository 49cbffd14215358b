package kabar.client;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kabar.protocol.Command;
import kabar.protocol.Profile;
import kabar.protocol.Reason;
import kabar.protocol.Reply;

/// The steps from a connection that stands to being told of all that happens: hello, then who it
/// is, then from where on to tell.
final class Entering {
  /// What this client cannot do without.
  private static final List<String> NEEDED =
      List.of("resume", "send", "conversations", "history", "read", "subscribe", "ping");

  private static final String REQUEST_LIMIT = "maxObjectBytes";

  private final Wire wire;
  private final Timing timing;

  Entering(Wire wire, Timing timing) {
    this.wire = wire;
    this.timing = timing;
  }

  /// How it ended.
  sealed interface Outcome {

    /// It is told of all from now on.
    ///
    /// @param token the session's secret if it is a new one, else empty
    record Entered(Profile me, String token, Reply.Subscribed subscribed) implements Outcome {}

    /// Trying again would not help.
    record Turned(Refusal refusal, String detail) implements Outcome {}

    /// Trying again may help.
    ///
    /// @param after not before so long, zero if the server does not say
    record Later(Duration after, String detail) implements Outcome {}
  }

  private record Admitted(Profile me, String token) {}

  /// Ends an entering early.
  private static final class TurnedException extends RuntimeException {
    private final Outcome outcome;

    TurnedException(Outcome outcome) {
      super(null, null, false, false);
      this.outcome = outcome;
    }
  }

  /// Takes the steps.
  ///
  /// @param entry logs in, registers or resumes
  /// @param after the cursor after which to be told, empty for now
  /// @return fails with an {@link UnansweredException} only
  CompletableFuture<Outcome> begin(Command.Hello hello, Command entry, String after) {
    return ask(hello)
        .thenAccept(this::greeted)
        .thenCompose(_ -> ask(entry))
        .thenApply(Entering::admitted)
        .thenCompose(admitted -> subscribe(after).thenApply(it -> entered(admitted, it)))
        .exceptionallyCompose(Entering::early);
  }

  private static CompletableFuture<Outcome> early(Throwable failure) {
    return Futures.cause(failure) instanceof TurnedException turned
        ? CompletableFuture.completedFuture(turned.outcome)
        : CompletableFuture.failedFuture(Futures.cause(failure));
  }

  private CompletableFuture<Reply> ask(Command command) {
    return wire.ask(command, timing.answer());
  }

  private void greeted(Reply reply) {
    if (reply instanceof Reply.Greeted greeted) {
      refuseIfLacking(greeted);
      var limit = greeted.limits().get(REQUEST_LIMIT);
      if (limit != null && limit > 0) {
        wire.limit(limit);
      }
      return;
    }
    throw turned(reply, Refusal.UNSUPPORTED_SERVER);
  }

  private static void refuseIfLacking(Reply.Greeted greeted) {
    var lacking = lacking(greeted.methods());
    if (!lacking.isEmpty()) {
      throw new TurnedException(
          new Outcome.Turned(
              Refusal.UNSUPPORTED_SERVER,
              "%s %s does not know %s"
                  .formatted(greeted.server(), greeted.version(), String.join(", ", lacking))));
    }
  }

  private static List<String> lacking(Collection<String> methods) {
    return NEEDED.stream().filter(method -> !methods.contains(method)).toList();
  }

  private static Admitted admitted(Reply reply) {
    if (reply instanceof Reply.LoggedIn(var token, var me, _)) {
      return new Admitted(me, token);
    }
    if (reply instanceof Reply.Resumed(var me, _)) {
      return new Admitted(me, "");
    }
    throw turned(reply, Refusal.NOT_ADMITTED);
  }

  /// A cursor that the server cannot even read is one of another store.
  private CompletableFuture<Reply.Subscribed> subscribe(String after) {
    return ask(new Command.Subscribe(after))
        .thenCompose(
            reply ->
                isUnreadable(reply) && !after.isEmpty()
                    ? subscribe("").thenApply(it -> new Reply.Subscribed(it.cursor(), true))
                    : CompletableFuture.completedFuture(subscribed(reply)));
  }

  private static boolean isUnreadable(Reply reply) {
    return reply instanceof Reply.Refused refused && refused.reason() == Reason.INVALID_PARAMETER;
  }

  private static Reply.Subscribed subscribed(Reply reply) {
    if (reply instanceof Reply.Subscribed subscribed) {
      return subscribed;
    }
    throw turned(reply, Refusal.UNSUPPORTED_SERVER);
  }

  private static Outcome entered(Admitted admitted, Reply.Subscribed subscribed) {
    return new Outcome.Entered(admitted.me(), admitted.token(), subscribed);
  }

  /// @param otherwise what a refusal means that says nothing more general
  private static TurnedException turned(Reply reply, Refusal otherwise) {
    if (reply instanceof Reply.Refused(var reason, var detail, var retryAfter)) {
      var told = detail.isEmpty() ? reason.word() : detail;
      return new TurnedException(turned(reason, told, retryAfter, otherwise));
    }
    var detail =
        reply instanceof Reply.Failed(var logId)
            ? "the server met a bug, number %s in its log".formatted(logId)
            : "the server answered something else";
    return new TurnedException(new Outcome.Later(Duration.ZERO, detail));
  }

  private static Outcome turned(
      Reason reason, String detail, Duration retryAfter, Refusal otherwise) {
    return switch (reason) {
      case TOO_FAST, UNAVAILABLE -> new Outcome.Later(retryAfter, detail);
      case LOGIN_REQUIRED -> new Outcome.Turned(Refusal.SESSION_ENDED, detail);
      case UNKNOWN_COMMAND -> new Outcome.Turned(Refusal.UNSUPPORTED_SERVER, detail);
      default -> new Outcome.Turned(otherwise, detail);
    };
  }
}
