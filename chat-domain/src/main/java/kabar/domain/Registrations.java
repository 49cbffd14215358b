package kabar.domain;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import kabar.api.store.Account;
import kabar.api.store.Invite;
import kabar.domain.RegistrationRules.Policy;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import kabar.protocol.Reply.Refused;

/// Making an account for oneself.
final class Registrations {
  private static final Duration WINDOW = Duration.ofHours(1);

  private final Surroundings around;
  private final AddressLimits limits;
  private final Policy policy;
  private final Quota attempts;
  private final Admissions admissions;
  private final Logins logins;

  Registrations(Chat chat, AddressLimits limits, Policy policy) {
    this.around = chat.around();
    this.limits = limits;
    this.policy = policy;
    this.attempts = new Quota(limits.registrations(), WINDOW, around.clock());
    this.admissions = chat.admissions();
    this.logins = chat.logins();
  }

  /// Makes an account and logs in. A code is looked at before anything that costs time, and before
  /// the name: whoever has none does not learn who exists.
  CompletionStage<Reply> register(Registration asked, Caller caller) {
    if (policy == Policy.CLOSED && !admissions.isWithoutAccounts()) {
      return Router.done(new Refused(Reason.NOT_ALLOWED, "only the operator makes accounts here"));
    }
    var fault = asked.fault();
    if (fault.isPresent()) {
      return Router.done(fault.get());
    }
    var wait = countAttempt(caller);
    if (wait.isPositive()) {
      around.hits().hit(Limit.REGISTRATIONS);
      return Router.done(Refused.tooFast(wait));
    }
    return policy == Policy.OPEN && !admissions.isWithoutAccounts()
        ? hash(asked).thenCompose(account -> add(account, asked, caller))
        : registerWithCode(asked, caller);
  }

  private Duration countAttempt(Caller caller) {
    var address = caller.peer().address();
    return limits.exempt().contains(address)
        ? Duration.ZERO
        : attempts.take(Place.of(address).name());
  }

  private CompletionStage<Reply> registerWithCode(Registration asked, Caller caller) {
    return admissions
        .find(asked.code())
        .thenCompose(
            invite ->
                invite.filter(this::isGood).isPresent()
                    ? hash(asked).thenCompose(account -> add(account, invite.get(), asked, caller))
                    : Router.done(notInvited()));
  }

  private boolean isGood(Invite invite) {
    return policy != Policy.CLOSED || Admissions.isOwner(invite);
  }

  private CompletionStage<Account> hash(Registration asked) {
    return around
        .hasher()
        .hash(asked.account().password())
        .thenApply(hash -> asked.account().account(hash, around.clock().instant()));
  }

  private CompletionStage<Reply> add(Account account, Registration asked, Caller caller) {
    return around
        .store()
        .addAccount(account)
        .thenCompose(
            isAdded -> isAdded ? welcome(account, asked, caller) : Router.done(nameTaken()));
  }

  private CompletionStage<Reply> add(
      Account account, Invite invite, Registration asked, Caller caller) {
    return around
        .store()
        .addAccount(account, invite.code(), around.clock().instant())
        .thenCompose(
            admission ->
                switch (admission) {
                  case ADMITTED -> welcome(account, asked, caller);
                  case NAME_TAKEN -> Router.done(nameTaken());
                  case NOT_INVITED -> Router.done(notInvited());
                });
  }

  /// The account may have been shut out, or its password changed, before this could log in.
  private CompletionStage<Reply> welcome(Account account, Registration asked, Caller caller) {
    return admissions
        .accountAdded()
        .thenCompose(_ -> logins.open(account, asked.device(), caller))
        .thenApply(reply -> reply.orElseGet(() -> Refused.because(Reason.BAD_CREDENTIALS)));
  }

  private static Reply nameTaken() {
    return Refused.because(Reason.NAME_TAKEN);
  }

  private static Reply notInvited() {
    return new Refused(
        Reason.NOT_ALLOWED, "an invite is needed that has neither expired nor been used");
  }
}
