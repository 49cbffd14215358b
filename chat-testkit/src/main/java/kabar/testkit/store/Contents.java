package kabar.testkit.store;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kabar.api.store.Account;
import kabar.api.store.Change;
import kabar.api.store.Conversation;
import kabar.api.store.Cursor;
import kabar.api.store.Invite;
import kabar.api.store.Message;
import kabar.api.store.Page;
import kabar.api.store.Slice;
import kabar.api.store.Store;
import kabar.api.store.StoredSession;

/// All that can be read from a store, to be compared.
///
/// @param position where its commit order ends
/// @param mail what was written and read
record Contents(
    long position,
    List<Account> accounts,
    List<Invite> invites,
    List<StoredSession> sessions,
    Mail mail) {
  private static final int ALL = 100_000;

  /// @param inboxes by user, as are conversations and changes
  record Mail(
      List<Message> log,
      Map<String, List<Message>> inboxes,
      Map<String, List<Conversation>> conversations,
      Map<String, List<Change>> changes) {}

  static Contents of(Store store) {
    var accounts = Outcome.of(store.accounts("", ALL)).items();
    var users = accounts.stream().map(Account::user).toList();
    return new Contents(
        store.cursor().position(),
        accounts,
        Outcome.of(store.invites()),
        users.stream().flatMap(it -> Outcome.of(store.sessions(it)).stream()).toList(),
        mail(store, users));
  }

  /// The same without what a restore ends.
  Contents withoutSessionsAndInvites() {
    return new Contents(position, accounts, List.of(), List.of(), mail);
  }

  /// How many accounts, sessions and messages a store counts, by name.
  static Map<String, Long> counts(Store store) {
    var counters = store.counters();
    return Stream.of("accounts", "sessions", "messages")
        .collect(
            Collectors.toMap(it -> it, it -> requireNonNull(counters.get(it), it).getAsLong()));
  }

  private static Mail mail(Store store, List<String> users) {
    var log = Outcome.of(store.log(0, ALL)).items();
    // The oldest cursor that is not behind a purge.
    long start = log.isEmpty() ? store.cursor().position() : log.getFirst().id() - 1;
    var cursor = new Cursor(store.cursor().incarnation(), start);
    return new Mail(
        log,
        each(users, it -> Outcome.of(store.inbox(it, new Slice.Newest(ALL)))),
        each(users, it -> Outcome.of(store.conversations(it, Long.MAX_VALUE, ALL))),
        each(
            users,
            it -> ReplayPromises.continued(Outcome.of(store.replay(it, cursor, ALL))).page()));
  }

  private static <T> Map<String, List<T>> each(List<String> users, Function<String, Page<T>> read) {
    var all = new TreeMap<String, List<T>>();
    users.forEach(it -> all.put(it, read.apply(it).items()));
    return all;
  }
}
