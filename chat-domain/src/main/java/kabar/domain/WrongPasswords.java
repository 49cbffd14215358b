package kabar.domain;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kabar.api.transport.Peer;
import org.jspecify.annotations.Nullable;

/// Slows down whoever guesses passwords: by account, so that many addresses do not help, and by
/// address, so that many accounts do not. Thread-safe.
///
/// Tries from addresses that are not proven are counted by themselves: whoever writes another's
/// address into a request makes that address wait where addresses are not proven, and nowhere else;
/// and whoever makes up a thousand addresses keeps nobody from logging in at a proven one.
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
  private final Counts proven;
  private final Counts unproven;

  WrongPasswords(ChatLimits limits, Surroundings around) {
    this.exempt = limits.addresses().exempt();
    this.hits = around.hits();
    this.proven = Counts.of(limits, around.clock());
    this.unproven = Counts.of(limits, around.clock());
  }

  /// A password that is about to be tried.
  record Try(String user, Peer from) {}

  private record Counts(Strikes accounts, Strikes addresses) {

    static Counts of(ChatLimits limits, InstantSource clock) {
      var ofAccount =
          new Strikes.Rule(limits.wrongPasswords(), ACCOUNT_WINDOW, LONGEST_FOR_ACCOUNTS);
      var ofAddress =
          new Strikes.Rule(
              limits.addresses().wrongPasswords(), ADDRESS_WINDOW, LONGEST_FOR_ADDRESSES);
      return new Counts(new Strikes(ofAccount, clock), new Strikes(ofAddress, clock));
    }
  }

  /// Asks for a try, as {@link Strikes#begin} does.
  CompletionStage<Duration> begin(Try asked) {
    if (!countsAccount(asked)) {
      return beginAtAddress(asked);
    }
    return counts(asked)
        .accounts()
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
      counts(made).accounts().end(made.user(), outcome);
    }
    if (countsAddress(made)) {
      counts(made)
          .addresses()
          .end(place(made), outcome == Strikes.Outcome.RIGHT ? Strikes.Outcome.VOID : outcome);
    }
  }

  private CompletionStage<Duration> beginAtAddress(Try asked) {
    if (!countsAddress(asked)) {
      return CompletableFuture.completedStage(Duration.ZERO);
    }
    return counts(asked)
        .addresses()
        .begin(place(asked))
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
      counts(asked).accounts().end(asked.user(), Strikes.Outcome.VOID);
    }
  }

  private static boolean countsAccount(Try made) {
    return UserName.isValid(made.user());
  }

  private boolean countsAddress(Try made) {
    return !exempt.contains(made.from().address());
  }

  private Counts counts(Try made) {
    return made.from().addressProven() ? proven : unproven;
  }

  private static String place(Try made) {
    return Place.of(made.from().address()).name();
  }
}
