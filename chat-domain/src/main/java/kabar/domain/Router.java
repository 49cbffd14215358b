package kabar.domain;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;

/// Hands each command to its use case, a private one with the session that its token stands for.
final class Router implements CommandDispatcher {
  private final Sessions sessions;
  private final Presence presence;
  private final Logins logins;
  private final Mail mail;

  Router(Sessions sessions, Presence presence, Logins logins, Mail mail) {
    this.sessions = sessions;
    this.presence = presence;
    this.logins = logins;
    this.mail = mail;
  }

  /// A reply that is ready.
  static CompletionStage<Reply> done(Reply reply) {
    return CompletableFuture.completedFuture(reply);
  }

  @Override
  public CompletionStage<Reply> dispatch(Command command, Caller caller) {
    return switch (command) {
      case Command.Login login -> logins.login(login, caller);
      case Command.Malformed(_, var reason) -> done(Reply.Refused.because(reason));
      case Command.Send send -> send(send, caller);
      case Command.Inbox(var token) -> withSession(token, caller, mail::inbox);
      case Command.Users(var token) -> withSession(token, caller, _ -> users());
      case Command.Online(var token) -> withSession(token, caller, this::online);
      case Command.Logout(var token) ->
          withSession(token, caller, session -> logins.logout(token, session));
    };
  }

  @Override
  public void left(Caller caller) {
    presence.left(caller);
  }

  /// Sends of one caller may overlap, but reach the store in the order of their arrival.
  private CompletionStage<Reply> send(Command.Send send, Caller caller) {
    return caller.inOrder(
        () -> addressed(send, caller),
        addressed ->
            switch (addressed) {
              case Addressed.Yes(var sender) -> mail.send(sender, send);
              case Addressed.No(var reason) -> done(Reply.Refused.because(reason));
            });
  }

  private CompletionStage<Addressed> addressed(Command.Send send, Caller caller) {
    return sessions
        .find(send.token())
        .thenCompose(
            found -> {
              if (found.isEmpty()) {
                return CompletableFuture.completedFuture(new Addressed.No(Reason.LOGIN_REQUIRED));
              }
              presence.used(found.get(), caller);
              return mail.reaches(send.to())
                  .thenApply(
                      reached ->
                          reached
                              ? new Addressed.Yes(found.get())
                              : new Addressed.No(Reason.UNKNOWN_USER));
            });
  }

  /// The usual case, a session that is known, takes no future.
  private CompletionStage<Reply> withSession(
      String token, Caller caller, Function<Session, CompletionStage<Reply>> useCase) {
    var known = sessions.known(token);
    if (known.isPresent()) {
      return use(known.get(), caller, useCase);
    }
    return sessions
        .find(token)
        .thenCompose(
            session ->
                session.isPresent()
                    ? use(session.get(), caller, useCase)
                    : done(Reply.Refused.because(Reason.LOGIN_REQUIRED)));
  }

  private CompletionStage<Reply> use(
      Session session, Caller caller, Function<Session, CompletionStage<Reply>> useCase) {
    presence.used(session, caller);
    return useCase.apply(session);
  }

  private CompletionStage<Reply> users() {
    return done(new Reply.Users(presence.online()));
  }

  private CompletionStage<Reply> online(Session asking) {
    return done(new Reply.Online(presence.onlineBut(asking.user())));
  }

  /// Whether a message has a sender and a receiver.
  private sealed interface Addressed {
    record Yes(Session sender) implements Addressed {}

    record No(Reason reason) implements Addressed {}
  }
}
