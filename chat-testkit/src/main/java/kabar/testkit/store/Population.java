package kabar.testkit.store;

import java.time.Instant;
import java.util.Random;
import kabar.api.store.NewMessage;
import kabar.api.store.Store;
import kabar.api.store.StoredSession;

/// Everything that a store can hold, and traces of what it held before.
final class Population {
  static final NewMessage KEYED = Sample.keyed("messi", "pele", "under a key 🐐", "the key");

  private Population() {}

  /// Lets people live in an empty store for a while.
  static void settle(Store store, Random random) {
    addAccounts(store);
    addInvites(store);
    addSessions(store);
    Outcome.of(store.append(at(Sample.AT.minusSeconds(60))));
    for (var message : Sample.messages(random, 100)) {
      Outcome.of(store.append(message));
      Outcome.of(store.mark(Sample.user(random), Sample.user(random), random.nextLong(150)));
    }
    Outcome.of(store.append(KEYED));
    Outcome.of(store.purge(Sample.AT, 10));
    Outcome.of(store.deleteAccount("lineker"));
  }

  private static void addAccounts(Store store) {
    Sample.USERS.forEach(it -> Outcome.of(store.addAccount(Sample.account(it))));
    Outcome.of(store.setDisabled("henderson", true));
    Outcome.of(store.replacePassword("pele", "hash of pele", "another hash"));
  }

  private static void addInvites(Store store) {
    for (var code : new String[] {"used", "removed", "left", "also left"}) {
      Outcome.of(store.addInvite(Sample.invite(code)));
    }
    var guest = Sample.account("guest");
    Outcome.of(store.addAccount(guest, Sample.invite("used").code(), Sample.AT));
    Outcome.of(store.removeInvite(Sample.invite("removed").code()));
  }

  private static void addSessions(Store store) {
    for (var token : new String[] {"desk", "phone", "car"}) {
      Outcome.of(store.addSession(Sample.session(token, "messi")));
    }
    Outcome.of(store.addSession(Sample.bound("desk of lineker", "lineker", "192.0.2.7")));
    var use = new StoredSession.Use(Sample.AT.plusSeconds(5), "udp", "192.0.2.7:1");
    Outcome.of(store.useSession(Sample.session("desk", "messi").token(), use));
    Outcome.of(store.removeSession(Sample.session("phone", "messi").token()));
  }

  private static NewMessage at(Instant at) {
    return new NewMessage("messi", "pele", "to be purged", "", at);
  }
}
