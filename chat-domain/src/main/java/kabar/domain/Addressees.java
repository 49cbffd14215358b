package kabar.domain;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import kabar.api.store.Account;
import kabar.api.store.Store;

/// Who can be written to. The store knows; the names kept here save asking it for each message.
/// Thread-safe.
final class Addressees {
  /// About 10 MB of names. With more there than this, they are asked for anew.
  private static final int MOST = 100_000;

  private final Store store;
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private long forgotten; // guarded by this

  Addressees(Store store) {
    this.store = store;
  }

  /// Whether somebody can be written to.
  CompletionStage<Boolean> contain(String user) {
    if (known.contains(user)) {
      return CompletableFuture.completedStage(true);
    }
    long forgottenBefore = forgotten();
    return store
        .account(user)
        .thenApply(Addressees::isThere)
        .thenApply(isThere -> isThere && keep(user, forgottenBefore));
  }

  /// Says that somebody may be gone.
  synchronized void forget(String user) {
    forgotten++;
    known.remove(user);
  }

  private synchronized long forgotten() {
    return forgotten;
  }

  /// Not if somebody is gone since the store was asked: it might be this one.
  private synchronized boolean keep(String user, long forgottenBefore) {
    if (forgotten == forgottenBefore) {
      if (known.size() >= MOST) {
        known.clear();
      }
      known.add(user);
    }
    return true;
  }

  /// Whoever may not log in now can read it later; whoever was deleted cannot.
  private static boolean isThere(Optional<Account> account) {
    return account.filter(it -> it.state() != Account.State.DELETED).isPresent();
  }
}
