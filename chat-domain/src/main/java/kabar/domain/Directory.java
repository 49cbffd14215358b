package kabar.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import kabar.api.store.Account;
import kabar.api.store.Page;
import kabar.api.store.Store;
import kabar.protocol.Command;
import kabar.protocol.Person;
import kabar.protocol.Profile;
import kabar.protocol.Reason;
import kabar.protocol.Reply;

/// Lists users by name, all that have an account or those online.
final class Directory {
  private static final int MOST = 200;

  private final Store store;
  private final Function<Profile, Person> person;
  private final Supplier<List<Person>> online;

  /// @param person how somebody stands now
  /// @param online everybody online, by name
  Directory(Store store, Function<Profile, Person> person, Supplier<List<Person>> online) {
    this.store = store;
    this.person = person;
    this.online = online;
  }

  /// A page of users, 200 at most. Refused is a page that begins after what nobody can be called.
  CompletionStage<Reply> list(Command.ListUsers asked) {
    if (!isNameOrEmpty(asked.after())) {
      return Router.done(
          new Reply.Refused(
              Reason.INVALID_PARAMETER, "after: expected a user name, which is " + UserName.RULE));
    }
    if (!isNameOrEmpty(asked.prefix())) {
      return Router.done(new Reply.People(List.of(), false));
    }
    var names = new Names(asked.prefix(), asked.after(), Math.min(asked.limit(), MOST));
    return asked.isOnline() ? Router.done(page(names, online(names))) : all(names);
  }

  /// The beginning of a name follows the rule for names.
  private static boolean isNameOrEmpty(String text) {
    return text.isEmpty() || UserName.isValid(text);
  }

  private List<Person> online(Names names) {
    return online.get().stream()
        .filter(it -> names.contain(it.profile().user()))
        .limit(names.limit() + 1L)
        .toList();
  }

  private CompletionStage<Reply> all(Names names) {
    return collect(names, names.justBefore(), new ArrayList<>())
        .thenApply(
            found -> page(names, found.stream().map(Sessions::profile).map(person).toList()));
  }

  /// Finds one more than wanted, if there are so many: pages of the store have deleted accounts,
  /// too.
  private CompletionStage<List<Account>> collect(Names names, String after, List<Account> found) {
    return store
        .accounts(after, names.limit() + 1)
        .thenCompose(
            page -> {
              page.items().stream().filter(it -> isListed(it, names)).forEach(found::add);
              return page.more() && found.size() <= names.limit() && names.goOnAfter(last(page))
                  ? collect(names, last(page), found)
                  : CompletableFuture.completedStage(found);
            });
  }

  private static boolean isListed(Account account, Names names) {
    return account.state() != Account.State.DELETED && names.contain(account.user());
  }

  private static String last(Page<Account> page) {
    return page.items().getLast().user();
  }

  private static Reply page(Names names, List<Person> found) {
    boolean isMore = found.size() > names.limit();
    return new Reply.People(isMore ? found.subList(0, names.limit()) : found, isMore);
  }

  /// Which names are asked for, and how many of them.
  private record Names(String prefix, String after, int limit) {
    /// Behind all characters that names have.
    private static final char LAST = '\u007f';

    boolean contain(String user) {
      return user.startsWith(prefix) && user.compareTo(after) > 0;
    }

    /// Whether there may be more of them after a name.
    boolean goOnAfter(String user) {
      return user.startsWith(prefix) || user.compareTo(prefix) < 0;
    }

    /// What is before all of them and behind all that are before them.
    String justBefore() {
      var beforePrefix = prefix.isEmpty() ? "" : justBefore(prefix);
      return beforePrefix.compareTo(after) > 0 ? beforePrefix : after;
    }

    private static String justBefore(String name) {
      int last = name.length() - 1;
      return name.substring(0, last) + (char) (name.charAt(last) - 1) + LAST;
    }
  }
}
