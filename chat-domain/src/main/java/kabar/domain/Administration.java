package kabar.domain;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import kabar.api.store.Account;
import kabar.api.store.Invite;
import kabar.api.store.Page;
import kabar.api.store.Store;
import kabar.api.store.StoredSession;
import kabar.api.store.TokenHash;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import kabar.protocol.Reply.Refused;

/// What the operator of a running server may do. Thread-safe; no call blocks.
///
/// Whoever calls it is trusted: nothing here asks for a password or counts attempts. Whatever shuts
/// somebody out has ended their sessions, also those in use, when its future completes. Changes
/// answer with {@link Reply.Done} or {@link Refused}; a future fails as those of the store and the
/// hasher do.
public final class Administration {
  private static final Refused NO_SUCH_USER =
      new Refused(Reason.UNKNOWN_USER, "nobody has an account of this name");

  private final Store store;
  private final PasswordHasher hasher;
  private final Surroundings around;
  private final Sessions sessions;
  private final Addressees addressees;
  private final Admissions admissions;
  private final Duration inviteValidity;
  private final Transfer transfer;

  Administration(Chat chat, Duration inviteValidity, Transfer transfer) {
    this.around = chat.around();
    this.store = around.store();
    this.hasher = around.hasher();
    this.sessions = chat.sessions();
    this.addressees = chat.addressees();
    this.admissions = chat.admissions();
    this.inviteValidity = inviteValidity;
    this.transfer = transfer;
  }

  /// Makes an account. Refused are what breaks a rule (`INVALID_PARAMETER`, and the detail tells
  /// the rule) and a name that somebody has or had (`NAME_TAKEN`).
  public CompletionStage<Reply> addAccount(NewAccount wanted) {
    var fault = wanted.fault();
    if (fault.isPresent()) {
      return Router.done(fault.get());
    }
    return hasher
        .hash(wanted.password())
        .thenCompose(hash -> store.addAccount(wanted.account(hash, around.clock().instant())))
        .thenCompose(
            isAdded ->
                isAdded
                    ? admissions.accountAdded().thenApply(_ -> new Reply.Done())
                    : Router.done(
                        new Refused(Reason.NAME_TAKEN, "somebody has or had this name already")));
  }

  /// Gives somebody another password and ends all their sessions. Refused are a password that
  /// breaks the rule and a user who does not exist (`UNKNOWN_USER`), or whose password somebody
  /// else has changed at the same moment (`CONFLICT`).
  public CompletionStage<Reply> setPassword(String user, String password) {
    var fault = NewAccount.passwordFault(password);
    if (fault.isPresent()) {
      return Router.done(fault.get());
    }
    return store
        .account(user)
        .thenCompose(
            account ->
                account
                    .filter(it -> it.state() != Account.State.DELETED)
                    .map(it -> replacePassword(it, password))
                    .orElseGet(() -> Router.done(NO_SUCH_USER)));
  }

  /// Accounts by name, those after a name, at most so many; deleted ones too, because nobody else
  /// can have their names.
  ///
  /// @param after the last name of the page before, empty for the first page
  /// @param limit one or more
  public CompletionStage<Page<Member>> accounts(String after, int limit) {
    return store
        .accounts(after, limit)
        .thenApply(page -> new Page<>(page.items().stream().map(Member::of).toList(), page.more()));
  }

  /// Keeps somebody out until they are enabled again, and ends all their sessions. Refused is a
  /// user who does not exist (`UNKNOWN_USER`).
  public CompletionStage<Reply> disable(String user) {
    return store.setDisabled(user, true).thenCompose(isThere -> shutOut(user, isThere));
  }

  /// Lets somebody in again. Refused is a user who does not exist (`UNKNOWN_USER`).
  public CompletionStage<Reply> enable(String user) {
    return store
        .setDisabled(user, false)
        .thenApply(isThere -> isThere ? new Reply.Done() : NO_SUCH_USER);
  }

  /// Deletes somebody for good and ends all their sessions. What they wrote stays with those they
  /// wrote to, and nobody can take the name. Refused is a user who does not exist (`UNKNOWN_USER`).
  public CompletionStage<Reply> delete(String user) {
    return store
        .deleteAccount(user)
        .thenCompose(
            isThere -> {
              addressees.forget(user);
              return shutOut(user, isThere);
            });
  }

  /// Makes an invite, good for as long as the settings say.
  ///
  /// @param note what the operator wants to remember about it, empty for nothing
  public CompletionStage<IssuedInvite> invite(String note) {
    return invite(note, inviteValidity);
  }

  /// Makes an invite.
  ///
  /// @param note what the operator wants to remember about it, empty for nothing
  /// @param validity for how long it is good
  public CompletionStage<IssuedInvite> invite(String note, Duration validity) {
    return admissions.invite(note, validity);
  }

  /// The invites that were neither used nor taken back, in the order of their making; some may have
  /// expired.
  public CompletionStage<List<Invite>> invites() {
    return admissions.invites();
  }

  /// Takes an invite back. Answers whether it was there.
  public CompletionStage<Boolean> revokeInvite(TokenHash code) {
    return admissions.withdraw(code);
  }

  /// The sessions of a user, in the order of their logins.
  public CompletionStage<List<StoredSession>> sessions(String user) {
    return store.sessions(user);
  }

  /// Ends a session. Answers whether it was there.
  public CompletionStage<Boolean> revokeSession(TokenHash token) {
    return sessions.end(token);
  }

  /// Ends all sessions of a user. Answers how many there were.
  public CompletionStage<Integer> revokeSessions(String user) {
    return sessions.endAll(user);
  }

  /// The way in for what comes from another server.
  public Transfer transfer() {
    return transfer;
  }

  private CompletionStage<Reply> replacePassword(Account account, String password) {
    return hasher
        .hash(password)
        .thenCompose(hash -> store.replacePassword(account.user(), account.passwordHash(), hash))
        .thenCompose(
            isReplaced ->
                isReplaced
                    ? shutOut(account.user(), true)
                    : Router.done(Refused.because(Reason.CONFLICT)));
  }

  private CompletionStage<Reply> shutOut(String user, boolean isThere) {
    return isThere
        ? sessions.endAll(user).thenApply(_ -> new Reply.Done())
        : Router.done(NO_SUCH_USER);
  }
}
