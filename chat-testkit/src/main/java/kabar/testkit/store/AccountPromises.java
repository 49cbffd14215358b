package kabar.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import kabar.api.store.Account;
import kabar.api.store.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is promised of adding, finding and listing accounts.
abstract class AccountPromises {
  private final StoreContract contract;

  AccountPromises(StoreContract contract) {
    this.contract = contract;
  }

  @Test
  @DisplayName("An account is kept as it was given.")
  void keepsAnAccount() {
    var store = contract.store();
    var accounts =
        List.of(
            Sample.account(
                "messi", "Lionel Messi", "Argentina", "$argon2id$v=19$m=19456,t=2,p=1$a$b"),
            Sample.account("o_.-9", "José 🐐 O'Neill \"10\"", "", "plain:' ; --"),
            Sample.account("x".repeat(32), "é".repeat(64), "Côte d’Ivoire", "h".repeat(500)),
            new Account("disabled", "D", "", "hash", Account.State.DISABLED, Instant.EPOCH),
            new Account("deleted", "", "", "", Account.State.DELETED, Sample.AT));

    for (var account : accounts) {
      assertThat(Outcome.of(store.addAccount(account))).isTrue();
    }

    for (var account : accounts) {
      assertThat(Outcome.of(store.account(account.user()))).contains(account);
    }
  }

  @Test
  @DisplayName("A name that is taken is refused and the account that has it stays.")
  void refusesATakenName() {
    var store = contract.store();
    Queue<Account> added = new ConcurrentLinkedQueue<>();

    Crowd.run(
        number -> {
          for (int i = 0; i < 50; i++) {
            var account = Sample.account("user" + i, "by thread " + number, "", "hash " + number);
            if (Outcome.of(store.addAccount(account))) {
              added.add(account);
            }
          }
        });

    assertThat(added).hasSize(50).doesNotHaveDuplicates();
    assertThat(added)
        .allSatisfy(it -> assertThat(Outcome.of(store.account(it.user()))).contains(it));
  }

  @Test
  @DisplayName("Names of accounts are compared exactly.")
  void comparesNamesExactly() {
    var store = contract.store();
    var names = List.of("messi", "Messi", "messi.", "mess_", "mess-", "mess%", "mess");

    for (var name : names) {
      assertThat(Outcome.of(store.addAccount(Sample.account(name)))).as(name).isTrue();
    }

    for (var name : names) {
      assertThat(Outcome.of(store.account(name))).contains(Sample.account(name));
    }
    assertThat(Outcome.of(store.account("MESSI"))).isEmpty();
    assertThat(Outcome.of(store.account("messi "))).isEmpty();
    assertThat(Outcome.of(store.account(""))).isEmpty();
  }

  @Test
  @DisplayName("Accounts are listed by name, page by page, each once.")
  void listsAccounts() {
    Seed.run(
        random -> {
          var names = IntStream.range(0, 150).mapToObj(i -> "user" + i).toList();
          var shuffled = new ArrayList<>(names);
          Collections.shuffle(shuffled, random);
          shuffled.forEach(it -> Outcome.of(contract.store().addAccount(Sample.account(it))));

          var listed = listAll(random);

          assertThat(listed)
              .containsExactlyElementsOf(names.stream().sorted().map(Sample::account).toList());
        });
  }

  /// Reads page by page, with pages of random sizes, and checks that no page has too much.
  private List<Account> listAll(Random random) {
    var all = new ArrayList<Account>();
    Page<Account> page;
    do {
      int limit = 1 + random.nextInt(20);
      page =
          Outcome.of(contract.store().accounts(all.isEmpty() ? "" : all.getLast().user(), limit));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      assertThat(page.items().isEmpty() && page.more())
          .as("an empty page before the end")
          .isFalse();
      all.addAll(page.items());
    } while (page.more());
    return all;
  }
}
