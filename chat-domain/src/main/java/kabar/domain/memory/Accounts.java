package kabar.domain.memory;

import java.util.ArrayList;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import kabar.api.store.Account;
import kabar.api.store.Account.State;
import kabar.api.store.Page;

/// All accounts, the deleted ones too. Its monitor guards what is written; reads take no lock.
final class Accounts {
  private final Map<String, Account> accounts = new ConcurrentHashMap<>();
  private final NavigableMap<String, Account> byName = new ConcurrentSkipListMap<>();
  private final LongAdder deleted = new LongAdder();

  /// How many there are that are not deleted.
  long size() {
    return accounts.size() - deleted.sum();
  }

  Optional<Account> find(String user) {
    return Optional.ofNullable(accounts.get(user));
  }

  Page<Account> page(String after, int limit) {
    var page = new ArrayList<Account>();
    var rest = byName.tailMap(after, false).values().iterator();
    while (page.size() < limit && rest.hasNext()) {
      page.add(rest.next());
    }
    return new Page<>(page, rest.hasNext());
  }

  synchronized boolean add(Account account) {
    if (accounts.containsKey(account.user())) {
      return false;
    }
    put(account);
    return true;
  }

  synchronized boolean replacePassword(String user, String expectedHash, String newHash) {
    var account = present(user).filter(it -> it.passwordHash().equals(expectedHash));
    account.ifPresent(
        it ->
            put(
                new Account(
                    user, it.displayName(), it.country(), newHash, it.state(), it.createdAt())));
    return account.isPresent();
  }

  synchronized boolean setState(String user, State state) {
    var account = present(user);
    account.ifPresent(
        it ->
            put(
                new Account(
                    user,
                    it.displayName(),
                    it.country(),
                    it.passwordHash(),
                    state,
                    it.createdAt())));
    return account.isPresent();
  }

  /// Leaves nothing of an account but its name.
  synchronized boolean delete(String user) {
    var account = present(user);
    account.ifPresent(it -> put(new Account(user, "", "", "", State.DELETED, it.createdAt())));
    return account.isPresent();
  }

  /// An account that is not deleted.
  private Optional<Account> present(String user) {
    return find(user).filter(it -> it.state() != State.DELETED);
  }

  private void put(Account account) {
    accounts.put(account.user(), account);
    byName.put(account.user(), account);
    if (account.state() == State.DELETED) {
      deleted.increment();
    }
  }
}
