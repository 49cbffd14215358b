package kabar.domain;

import java.util.concurrent.CompletionStage;
import kabar.api.store.StoredSession;
import kabar.api.store.TokenHash;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;

/// A user's own sessions: listing them, and ending them from whichever.
final class Devices {
  private final Sessions sessions;

  Devices(Sessions sessions) {
    this.sessions = sessions;
  }

  /// The sessions of the one who asks.
  CompletionStage<Reply> list(Session asking) {
    return sessions
        .of(asking.user())
        .thenApply(all -> new Reply.Sessions(all.stream().map(it -> device(it, asking)).toList()));
  }

  /// Ends one of the sessions of the one who asks, which may be the one asked from.
  ///
  /// @param id as the list tells it
  CompletionStage<Reply> revoke(String id, Session asking) {
    return sessions
        .of(asking.user())
        .thenCompose(
            all ->
                all.stream()
                    .map(StoredSession::token)
                    .filter(token -> Session.id(token).equals(id))
                    .findFirst()
                    .map(this::end)
                    .orElseGet(() -> Router.done(noSuchSession(id))));
  }

  /// Ends the session of the one who asks, or all of that user, and with it what binds the caller
  /// to it.
  CompletionStage<Reply> logout(Command.Logout asked, Session session, Caller caller) {
    return caller
        .endItself(session, () -> end(asked, session))
        .thenApply(
            wasThere -> {
              caller.unbindFrom(session);
              return wasThere
                  ? new Reply.LoggedOut(session.profile())
                  : Reply.Refused.because(Reason.LOGIN_REQUIRED);
            });
  }

  private CompletionStage<Boolean> end(Command.Logout asked, Session session) {
    return asked.isEverywhere()
        ? sessions.endAll(session.user()).thenApply(count -> count > 0)
        : sessions.end(session.token());
  }

  /// It is as good as ended by us if somebody else was faster.
  private CompletionStage<Reply> end(TokenHash token) {
    return sessions.end(token).thenApply(_ -> new Reply.Done());
  }

  private static Reply.Device device(StoredSession stored, Session asking) {
    var use = stored.lastUse();
    return new Reply.Device(
        Session.id(stored.token()),
        stored.device(),
        use.transport(),
        use.address(),
        stored.createdAt(),
        use.at(),
        stored.token().equals(asking.token()));
  }

  private static Reply noSuchSession(String id) {
    return new Reply.Refused(
        Reason.INVALID_PARAMETER,
        "session: cannot use '%s' (expected the id of one of your sessions)".formatted(id));
  }
}
