package kabar.domain;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import kabar.api.store.Account;
import kabar.api.store.NewMessage;
import kabar.api.store.Store;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import kabar.protocol.Reply.Refused;

/// The rules for what comes from another server: those that hold for what is made here.
/// Thread-safe;
/// no call blocks.
public final class Transfer {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{0,64}");

  private final Store store;
  private final PasswordHasher hasher;
  private final Admissions admissions;
  private final int maxMessageBytes;

  Transfer(Surroundings around, Admissions admissions, int maxMessageBytes) {
    this.store = around.store();
    this.hasher = around.hasher();
    this.admissions = admissions;
    this.maxMessageBytes = maxMessageBytes;
  }

  /// Adds an account with the hash of its password, in the state in which it was. Refused are what
  /// breaks a rule (`INVALID_PARAMETER`, and the detail tells the rule) and a name that somebody
  /// has
  /// or had (`NAME_TAKEN`).
  public CompletionStage<Reply> addAccount(Account account) {
    var isDeleted = account.state() == Account.State.DELETED;
    var fault =
        NewAccount.nameFault(account.user())
            .or(() -> isDeleted ? Optional.empty() : profileFault(account));
    if (fault.isPresent()) {
      return Router.done(fault.get());
    }
    return store
        .addAccount(isDeleted ? active(account) : account)
        .thenCompose(
            isAdded ->
                isAdded
                    ? added(account)
                    : Router.done(
                        new Refused(Reason.NAME_TAKEN, "somebody has or had this name already")));
  }

  /// The rule that a message breaks, empty if it may be stored.
  public Optional<Refused> fault(NewMessage message) {
    if (!KEY.matcher(message.key()).matches()) {
      return fault(Reason.INVALID_PARAMETER, "a key is up to 64 of a-z, A-Z, 0-9, '_' and '-'");
    }
    if (message.text().codePoints().anyMatch(Transfer::isHalfACharacter)) {
      return fault(Reason.INVALID_PARAMETER, "a text has no half characters (lone surrogates)");
    }
    int bytes = message.text().getBytes(StandardCharsets.UTF_8).length;
    return bytes <= maxMessageBytes
        ? Optional.empty()
        : fault(
            Reason.TOO_LARGE,
            "a message has at most %d bytes, this one %d (see limits.message-bytes)"
                .formatted(maxMessageBytes, bytes));
  }

  private Optional<Refused> profileFault(Account account) {
    return NewAccount.profileFault(account.displayName(), account.country())
        .or(
            () ->
                account.passwordHash().isEmpty() || hasher.knows(account.passwordHash())
                    ? Optional.empty()
                    : fault(Reason.INVALID_PARAMETER, "the hash is of no kind that is known here"));
  }

  /// A name is only deleted after somebody has had it.
  private CompletionStage<Reply> added(Account account) {
    CompletionStage<Boolean> done =
        account.state() == Account.State.DELETED
            ? store.deleteAccount(account.user())
            : CompletableFuture.completedStage(true);
    return done.thenCompose(_ -> admissions.accountAdded()).thenApply(_ -> new Reply.Done());
  }

  private static Account active(Account account) {
    return new Account(
        account.user(), account.user(), "", "", Account.State.ACTIVE, account.createdAt());
  }

  private static boolean isHalfACharacter(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static Optional<Refused> fault(Reason reason, String rule) {
    return Optional.of(new Refused(reason, rule));
  }
}
