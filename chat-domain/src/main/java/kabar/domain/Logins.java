package kabar.domain;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import kabar.api.store.Account;
import kabar.api.store.Store;
import kabar.domain.PasswordHasher.Verdict;
import kabar.domain.Strikes.Outcome;
import kabar.domain.WrongPasswords.Try;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.jspecify.annotations.Nullable;

/// Logging in, going on with a login, and changing one's password.
final class Logins {
  private static final System.Logger LOG = System.getLogger(Logins.class.getName());

  private final Store store;
  private final PasswordHasher hasher;
  private final Sessions sessions;
  private final WrongPasswords wrongPasswords;
  private final ChatRules rules;
  private final LimitHits hits;
  private final Turnstile unproven;

  Logins(Surroundings around, ChatLimits limits, ChatRules rules, Sessions sessions) {
    this.store = around.store();
    this.hasher = around.hasher();
    this.hits = around.hits();
    this.rules = rules;
    this.sessions = sessions;
    this.wrongPasswords = new WrongPasswords(limits, around);
    this.unproven = new Turnstile(limits.unproven().logins());
  }

  /// The account of the name that was told, null if nobody has it, and what its hash says about the
  /// password.
  private record Identified(@Nullable Account found, Verdict verdict) {

    Account account() {
      return requireNonNull(found);
    }

    Outcome outcome() {
      return verdict == Verdict.WRONG ? Outcome.WRONG : Outcome.RIGHT;
    }
  }

  /// Takes the same time for a wrong password and a user that does not exist, and no time for one
  /// who has guessed too often.
  CompletionStage<Reply> login(Command.Login command, Caller caller) {
    var fault = DeviceName.fault(command.device());
    if (fault.isPresent()) {
      return Router.done(fault.get());
    }
    return caller.peer().addressProven() ? enter(command, caller) : enterInTurn(command, caller);
  }

  /// Whoever can be at any address would have the hasher for themselves.
  private CompletionStage<Reply> enterInTurn(Command.Login command, Caller caller) {
    if (!unproven.enter()) {
      hits.hit(Limit.UNPROVEN_LOGINS);
      return Router.done(Reply.Refused.because(Reason.UNAVAILABLE));
    }
    return CompletableFuture.completedStage(command)
        .thenCompose(it -> enter(it, caller))
        .whenComplete((_, _) -> unproven.leave());
  }

  private CompletionStage<Reply> enter(Command.Login command, Caller caller) {
    return tried(
        new Try(command.user(), caller.peer()),
        command.password(),
        identified ->
            identified.verdict() == Verdict.WRONG
                ? Router.done(refusal(identified))
                : enter(identified, command, caller));
  }

  /// Goes on with a session that was opened before, on whichever connection.
  CompletionStage<Reply> resume(String token, Caller caller) {
    return sessions
        .find(token, caller)
        .thenApply(
            found ->
                found
                    .map(session -> resumed(session, caller))
                    .orElseGet(() -> Reply.Refused.because(Reason.LOGIN_REQUIRED)));
  }

  /// Puts another password in the place of the old one, and ends the user's other sessions.
  CompletionStage<Reply> changePassword(PasswordChange change, Session session, Caller caller) {
    var fault = NewAccount.passwordFault(change.newPassword());
    if (fault.isPresent()) {
      return Router.done(fault.get());
    }
    return tried(
        new Try(session.user(), caller.peer()),
        change.oldPassword(),
        identified ->
            identified.verdict() == Verdict.WRONG
                ? Router.done(Reply.Refused.because(Reason.BAD_CREDENTIALS))
                : replace(identified.account(), change.newPassword(), session));
  }

  /// What somebody tells to change a password.
  record PasswordChange(String oldPassword, String newPassword) {

    /// Without either.
    @Override
    public String toString() {
      return "PasswordChange[]";
    }
  }

  /// Opens a session of somebody who has shown who they are.
  ///
  /// @param device what they call the device, by the rule for it; empty if not told
  CompletionStage<Optional<Reply>> open(Account account, String device, Caller caller) {
    return sessions
        .open(account, device, caller.peer())
        .thenCompose(
            opened ->
                opened.isEmpty()
                    ? CompletableFuture.completedStage(Optional.empty())
                    : welcome(opened.get(), caller).thenApply(Optional::of));
  }

  private CompletionStage<Reply> tried(
      Try asked, String password, Function<Identified, CompletionStage<Reply>> then) {
    return wrongPasswords
        .begin(asked)
        .thenCompose(
            wait ->
                wait.isPositive()
                    ? Router.done(Reply.Refused.tooFast(wait))
                    : identify(asked, password).thenCompose(then));
  }

  private CompletionStage<Identified> identify(Try made, String password) {
    return CompletableFuture.completedStage(made.user())
        .thenCompose(store::account)
        .thenCompose(account -> identify(account, password))
        .whenComplete((found, _) -> wrongPasswords.end(made, outcome(found)));
  }

  /// Whoever was deleted is as unknown as whoever never was.
  private CompletionStage<Identified> identify(Optional<Account> found, String password) {
    var account = found.filter(it -> it.state() != Account.State.DELETED);
    return account
        .filter(it -> !it.passwordHash().isEmpty())
        .map(it -> hasher.verify(password, it.passwordHash()))
        .orElseGet(() -> hasher.reject(password))
        .thenApply(verdict -> new Identified(account.orElse(null), verdict));
  }

  private static Outcome outcome(@Nullable Identified found) {
    return found == null ? Outcome.VOID : found.outcome();
  }

  private Reply refusal(Identified identified) {
    var isTold = rules.revealUnknownUsers() && identified.found() == null;
    return Reply.Refused.because(isTold ? Reason.UNKNOWN_USER : Reason.BAD_CREDENTIALS);
  }

  /// If the account changed while its password was checked, everything is checked again.
  private CompletionStage<Reply> enter(
      Identified identified, Command.Login command, Caller caller) {
    var account = identified.account();
    if (account.state() == Account.State.DISABLED) {
      return Router.done(Reply.Refused.because(Reason.NOT_ALLOWED));
    }
    return open(account, command.device(), caller)
        .thenCompose(
            reply -> {
              if (reply.isEmpty()) {
                return enter(command, caller);
              }
              if (identified.verdict() == Verdict.OUTDATED) {
                renewHash(account, command.password());
              }
              return Router.done(reply.get());
            });
  }

  private CompletionStage<Reply> welcome(Sessions.Opened opened, Caller caller) {
    var session = opened.session();
    sessions.begin(session, caller);
    return sessions
        .endIdlest(session.user(), rules.sessions().perAccount())
        .thenApply(
            count -> {
              if (count > 0) {
                hits.hit(Limit.SESSIONS);
              }
              return new Reply.LoggedIn(
                  opened.token(), session.profile(), store.cursor().toString());
            });
  }

  private Reply resumed(Session session, Caller caller) {
    sessions.begin(session, caller);
    return new Reply.Resumed(session.profile(), store.cursor().toString());
  }

  /// Nobody waits for it: what does not succeed now is done at the next login.
  private void renewHash(Account account, String password) {
    hasher
        .hash(password)
        .thenCompose(hash -> store.replacePassword(account.user(), account.passwordHash(), hash))
        .whenComplete(
            (_, failure) -> {
              if (failure != null) {
                LOG.log(Level.WARNING, "a password was not hashed anew: {0}", failure.getMessage());
              }
            });
  }

  private CompletionStage<Reply> replace(Account account, String password, Session session) {
    return hasher
        .hash(password)
        .thenCompose(hash -> store.replacePassword(account.user(), account.passwordHash(), hash))
        .thenCompose(
            isReplaced ->
                isReplaced
                    ? sessions.endOthers(session).thenApply(_ -> new Reply.Done())
                    : Router.done(Reply.Refused.because(Reason.CONFLICT)));
  }
}
