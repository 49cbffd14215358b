package kabar.domain;

import java.util.concurrent.CompletionStage;
import kabar.api.store.Account;
import kabar.api.store.Store;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;

/// Logging in and out.
final class Logins {
  private final Store store;
  private final PasswordHasher hasher;
  private final Sessions sessions;
  private final Presence presence;
  private final boolean revealUnknownUsers;

  Logins(
      Store store,
      PasswordHasher hasher,
      Sessions sessions,
      Presence presence,
      boolean revealUnknownUsers) {
    this.store = store;
    this.hasher = hasher;
    this.sessions = sessions;
    this.presence = presence;
    this.revealUnknownUsers = revealUnknownUsers;
  }

  /// Takes the same time for a wrong password and a user that does not exist.
  CompletionStage<Reply> login(Command.Login command, Caller caller) {
    return store
        .account(command.user())
        .thenCompose(
            account ->
                account.isPresent()
                    ? check(account.get(), command.password(), caller)
                    : hasher.reject(command.password()).thenApply(_ -> unknownUser()));
  }

  CompletionStage<Reply> logout(String token, Session session) {
    return sessions
        .end(token, session)
        .thenApply(
            wasThere -> {
              presence.ended(session);
              return wasThere
                  ? new Reply.LoggedOut(session.profile())
                  : Reply.Refused.because(Reason.LOGIN_REQUIRED);
            });
  }

  private CompletionStage<Reply> check(Account account, String password, Caller caller) {
    return hasher
        .verify(password, account.passwordHash())
        .thenCompose(
            isRight ->
                isRight
                    ? open(account, caller)
                    : Router.done(Reply.Refused.because(Reason.BAD_CREDENTIALS)));
  }

  private CompletionStage<Reply> open(Account account, Caller caller) {
    return sessions
        .open(account)
        .thenApply(
            opened -> {
              presence.used(opened.session(), caller);
              return new Reply.LoggedIn(opened.token(), opened.session().profile());
            });
  }

  private Reply unknownUser() {
    return Reply.Refused.because(revealUnknownUsers ? Reason.UNKNOWN_USER : Reason.BAD_CREDENTIALS);
  }
}
