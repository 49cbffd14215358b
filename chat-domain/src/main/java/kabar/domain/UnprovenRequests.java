package kabar.domain;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kabar.api.transport.Connection;
import kabar.api.transport.Receiver;
import kabar.protocol.Codec;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import kabar.protocol.Request;

/// Serves those who have not shown that they are where they say: one request each, and one reply.
/// Thread-safe.
///
/// They come and go by the thousand, so that nobody keeps them: not the {@link Door}, not
/// {@link Presence}. What may not be answered is not carried out either, because nobody would know
/// whether it was, and because a flood of it is to cost next to nothing.
final class UnprovenRequests {
  private final CommandDispatcher dispatcher;
  private final Sessions sessions;
  private final UnprovenLimits limits;
  private final UnprovenReplies replies;
  private final LimitHits hits;
  private final Turnstile underWay;

  UnprovenRequests(CommandDispatcher dispatcher, Chat chat, ChatLimits limits) {
    this.dispatcher = dispatcher;
    this.sessions = chat.sessions();
    this.limits = limits.unproven();
    this.hits = chat.around().hits();
    this.replies = new UnprovenReplies(limits, chat.around().clock(), hits);
    this.underWay = new Turnstile(this.limits.requests());
  }

  /// Takes a new connection, which closes with the reply.
  Receiver serve(Connection connection, Dialects dialects) {
    return new UnprovenRequest(connection, dialects, this);
  }

  /// Requests that are not answered yet.
  int unanswered() {
    return underWay.count();
  }

  /// Begins a command, unless no reply to it may leave, or too many are under way.
  Optional<CompletionStage<Reply>> begin(Command command, Caller caller) {
    if (!isAtHome(command, caller) && !replies.mayLeave(caller.peer().address())) {
      return Optional.empty();
    }
    if (!underWay.enter()) {
      hits.hit(Limit.UNPROVEN_REQUESTS);
      return Optional.empty();
    }
    return Optional.of(
        CompletableFuture.completedStage(command)
            .thenCompose(it -> dispatcher.dispatch(it, caller))
            .whenComplete((_, _) -> underWay.leave()));
  }

  /// The reply, or where it is too long for where it goes, the word that it is.
  byte[] encode(Codec codec, Request request, Reply reply, Caller caller) {
    var encoded = codec.encode(request, reply);
    var isBound = caller.isAtHome();
    if (encoded.length <= (isBound ? limits.boundReplyBytes() : limits.replyBytes())) {
      return encoded;
    }
    hits.hit(isBound ? Limit.BOUND_REPLY_BYTES : Limit.UNPROVEN_REPLY_BYTES);
    return codec.encode(request, Reply.Refused.because(Reason.REPLY_TOO_LONG));
  }

  void left(Caller caller) {
    dispatcher.left(caller);
  }

  /// Whether the session of a command is bound to where the caller is. One that is not in use here
  /// is not asked for: the store must not be kept busy before anything is counted.
  private boolean isAtHome(Command command, Caller caller) {
    return command instanceof Command.Private asked
        && sessions.known(asked, caller).filter(it -> it.isBoundTo(caller.peer())).isPresent();
  }
}
