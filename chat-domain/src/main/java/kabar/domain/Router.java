package kabar.domain;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;

/// Hands each command to its use case, a private one with the session that its token stands for or
/// that its connection is bound to.
final class Router implements CommandDispatcher {
  private final Sessions sessions;
  private final Presence presence;
  private final Logins logins;
  private final Registrations registrations;
  private final Devices devices;
  private final Posting posting;
  private final Mail mail;
  private final Greeting greeting;
  private final BoundCommands boundCommands;

  Router(Chat chat, Greeting greeting) {
    this.sessions = chat.sessions();
    this.presence = chat.presence();
    this.logins = chat.logins();
    this.registrations = chat.registrations();
    this.devices = new Devices(sessions);
    this.posting = new Posting(chat);
    this.mail = chat.mail();
    this.greeting = greeting;
    this.boundCommands = new BoundCommands(chat, devices);
  }

  /// A reply that is ready.
  static CompletionStage<Reply> done(Reply reply) {
    return CompletableFuture.completedFuture(reply);
  }

  @Override
  public CompletionStage<Reply> dispatch(Command command, Caller caller) {
    return switch (command) {
      case Command.Hello _ -> done(greeting.hello(caller));
      case Command.Ping _ -> done(greeting.ping(caller));
      case Command.Register asked -> registrations.register(Registration.of(asked), caller);
      case Command.Login login -> logins.login(login, caller);
      case Command.Resume(var token) -> logins.resume(token, caller);
      case Command.Malformed(_, var reason, var detail) -> done(new Reply.Refused(reason, detail));
      case Command.Send send -> posting.send(send, caller);
      case Command.Inbox inbox -> withSession(inbox, caller, mail::inbox);
      case Command.Users users -> withSession(users, caller, _ -> users());
      case Command.Online online -> withSession(online, caller, this::online);
      case Command.Logout logout ->
          withSession(logout, caller, session -> devices.logout(logout, session, caller));
      case Command.Bound bound ->
          withSession(bound, caller, session -> boundCommands.begin(bound, session, caller));
    };
  }

  @Override
  public void left(Caller caller) {
    presence.left(caller);
  }

  /// The usual case, a session that is known, takes no future.
  private CompletionStage<Reply> withSession(
      Command.Private command, Caller caller, Function<Session, CompletionStage<Reply>> useCase) {
    var known = sessions.known(command, caller);
    if (known.isPresent()) {
      return use(known.get(), caller, useCase);
    }
    return sessions
        .find(command, caller)
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
}
