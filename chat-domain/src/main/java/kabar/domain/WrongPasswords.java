package kabar.domain;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Slows down whoever guesses passwords: by account, so that many addresses do not help, and by
/// address, so that many accounts do not. Thread-safe.
///
/// An account that does not exist counts as one that does, so that nobody learns who exists. A name
/// that no account can have needs no count of its own. Nothing here outlives a restart.
final class WrongPasswords {
  private static final Duration ACCOUNT_WINDOW = Duration.ofMinutes(1);
  private static final Duration LONGEST_FOR_ACCOUNTS = Duration.ofMinutes(15);
  private static final Duration ADDRESS_WINDOW = Duration.ofMinutes(10);
  private static final Duration LONGEST_FOR_ADDRESSES = Duration.ofHours(1);

  private final Exemptions exempt;
  private final LimitHits hits;
  private final Strikes accounts;
  private final Strikes addresses;

  WrongPasswords(ChatLimits limits, Surroundings around) {
    this.exempt = limits.addresses().exempt();
    this.hits = around.hits();
    this.accounts =
        new Strikes(
            new Strikes.Rule(limits.wrongPasswords(), ACCOUNT_WINDOW, LONGEST_FOR_ACCOUNTS),
            around.clock());
    this.addresses =
        new Strikes(
            new Strikes.Rule(
                limits.addresses().wrongPasswords(), ADDRESS_WINDOW, LONGEST_FOR_ADDRESSES),
            around.clock());
  }

  /// A password that is about to be tried.
  record Try(String user, SocketAddress from) {}

  /// Asks for a try, as {@link Strikes#begin} does.
  CompletionStage<Duration> begin(Try asked) {
    if (!countsAccount(asked)) {
      return beginAtAddress(asked);
    }
    return accounts
        .begin(asked.user())
        .thenCompose(
            wait -> {
              if (wait.isPositive()) {
                hits.hit(Limit.WRONG_PASSWORDS_PER_ACCOUNT);
                return CompletableFuture.completedStage(wait);
              }
              return beginAtAddress(asked).whenComplete((found, _) -> giveBack(asked, found));
            });
  }

  /// Tells what became of a try that was allowed. A right password says nothing about whoever else
  /// is at that address.
  void end(Try made, Strikes.Outcome outcome) {
    if (countsAccount(made)) {
      accounts.end(made.user(), outcome);
    }
    if (countsAddress(made)) {
      addresses.end(
          Place.of(made.from()).name(),
          outcome == Strikes.Outcome.RIGHT ? Strikes.Outcome.VOID : outcome);
    }
  }

  private CompletionStage<Duration> beginAtAddress(Try asked) {
    if (!countsAddress(asked)) {
      return CompletableFuture.completedStage(Duration.ZERO);
    }
    return addresses
        .begin(Place.of(asked.from()).name())
        .thenApply(
            wait -> {
              if (wait.isPositive()) {
                hits.hit(Limit.WRONG_PASSWORDS_PER_ADDRESS);
              }
              return wait;
            });
  }

  /// The account has let a try through that the address did not.
  private void giveBack(Try asked, @Nullable Duration wait) {
    if (wait == null || wait.isPositive()) {
      accounts.end(asked.user(), Strikes.Outcome.VOID);
    }
  }

  private static boolean countsAccount(Try made) {
    return UserName.isValid(made.user());
  }

  private boolean countsAddress(Try made) {
    return !exempt.contains(made.from());
  }
}
