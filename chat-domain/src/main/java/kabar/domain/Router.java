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
  private final Addressees addressees;
  private final Mail mail;
  private final MessagePace pace;

  Router(Chat chat) {
    this.sessions = chat.sessions();
    this.presence = chat.presence();
    this.logins = chat.logins();
    this.addressees = chat.addressees();
    this.mail = chat.mail();
    this.pace = chat.pace();
  }

  /// A reply that is ready.
  static CompletionStage<Reply> done(Reply reply) {
    return CompletableFuture.completedFuture(reply);
  }

  @Override
  public CompletionStage<Reply> dispatch(Command command, Caller caller) {
    return switch (command) {
      case Command.Login login -> logins.login(login, caller);
      case Command.Malformed(_, var reason, var detail) -> done(new Reply.Refused(reason, detail));
      case Command.Send send -> send(send, caller);
      case Command.Inbox(var token) -> withSession(token, caller, mail::inbox);
      case Command.Users(var token) -> withSession(token, caller, _ -> users());
      case Command.Online(var token) -> withSession(token, caller, this::online);
      case Command.Logout(var token, _) -> withSession(token, caller, logins::logout);
      case Command.Hello _, Command.Ping _, Command.Register _, Command.Resume _, Command.Bound _ ->
          done(Reply.Refused.because(Reason.UNAVAILABLE));
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

  /// Takes its time where the session sends too fast.
  private CompletionStage<Addressed> addressed(Command.Send send, Caller caller) {
    return sessions
        .find(send.token())
        .thenCompose(
            found ->
                found
                    .map(session -> addressed(send, session, caller))
                    .orElseGet(() -> not(Reason.LOGIN_REQUIRED)));
  }

  private CompletionStage<Addressed> addressed(Command.Send send, Session sender, Caller caller) {
    sessions.used(sender, caller);
    return pace.onTime(sender)
        .thenCompose(_ -> addressees.contain(send.to()))
        .thenCompose(
            isReached ->
                isReached
                    ? CompletableFuture.completedStage(new Addressed.Yes(sender))
                    : not(Reason.UNKNOWN_USER));
  }

  private static CompletionStage<Addressed> not(Reason reason) {
    return CompletableFuture.completedStage(new Addressed.No(reason));
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
    sessions.used(session, caller);
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
