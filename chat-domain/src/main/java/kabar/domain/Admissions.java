package kabar.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import kabar.api.store.Invite;
import kabar.api.store.Store;
import kabar.api.store.TokenHash;

/// The codes that admit somebody: invites, and the owner code of a server without accounts, which
/// is an invite that is good until the first account is there. Thread-safe.
final class Admissions {
  private static final String OWNER = "(owner code)";

  /// Stores may count nanoseconds in 64 bits, which end in 2262.
  private static final Instant NEVER = Instant.parse("2200-01-01T00:00:00Z");

  private final Store store;
  private final InstantSource clock;
  private final RandomGenerator random;
  private volatile boolean isWithoutAccounts;

  /// @param random one that nobody can foretell
  Admissions(Store store, InstantSource clock, RandomGenerator random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  /// Makes an owner code if nobody has an account; those of earlier starts are of no use any more.
  CompletionStage<Optional<IssuedInvite>> openServer() {
    return withdrawOwnerCode()
        .thenCompose(_ -> store.accounts("", 1))
        .thenCompose(
            accounts -> {
              isWithoutAccounts = accounts.items().isEmpty();
              return isWithoutAccounts
                  ? issue(OWNER, NEVER).thenApply(Optional::of)
                  : CompletableFuture.completedStage(Optional.empty());
            });
  }

  /// Whether the first account is still to be made.
  boolean isWithoutAccounts() {
    return isWithoutAccounts;
  }

  /// There is an account now.
  CompletionStage<Void> accountAdded() {
    if (!isWithoutAccounts) {
      return CompletableFuture.completedStage(null);
    }
    isWithoutAccounts = false;
    return withdrawOwnerCode();
  }

  CompletionStage<IssuedInvite> invite(String note, Duration validity) {
    return issue(note, clock.instant().plus(validity));
  }

  /// All invites, without an owner code.
  CompletionStage<List<Invite>> invites() {
    return store.invites().thenApply(all -> all.stream().filter(it -> !isOwner(it)).toList());
  }

  CompletionStage<Boolean> withdraw(TokenHash code) {
    return store.removeInvite(code);
  }

  /// What a code, as somebody typed it, stands for; empty if nothing, or nothing any more.
  CompletionStage<Optional<Invite>> find(String typed) {
    var code = AdmissionCode.hash(typed);
    return store
        .invites()
        .thenApply(
            all ->
                all.stream()
                    .filter(it -> it.code().equals(code))
                    .filter(it -> it.expiresAt().isAfter(clock.instant()))
                    .findFirst());
  }

  static boolean isOwner(Invite invite) {
    return invite.note().equals(OWNER);
  }

  private CompletionStage<IssuedInvite> issue(String note, Instant expiresAt) {
    var code = AdmissionCode.random(random);
    var invite = new Invite(AdmissionCode.hash(code), note, clock.instant(), expiresAt);
    return store.addInvite(invite).thenApply(_ -> new IssuedInvite(code, invite));
  }

  private CompletionStage<Void> withdrawOwnerCode() {
    return store
        .invites()
        .thenCompose(
            all -> {
              CompletionStage<Void> withdrawn = CompletableFuture.completedStage(null);
              for (var invite : all.stream().filter(Admissions::isOwner).toList()) {
                withdrawn = withdrawn.thenCombine(withdraw(invite.code()), (_, _) -> null);
              }
              return withdrawn;
            });
  }
}
