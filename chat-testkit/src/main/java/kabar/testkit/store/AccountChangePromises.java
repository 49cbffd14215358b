package kabar.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import kabar.api.store.Account;
import kabar.api.store.Admission;
import kabar.api.store.Conversation;
import kabar.api.store.Slice;
import kabar.api.store.Store;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is promised of changing and deleting accounts.
abstract class AccountChangePromises {
  private final StoreContract contract;

  AccountChangePromises(StoreContract contract) {
    this.contract = contract;
  }

  @Test
  @DisplayName("A password hash is replaced only where the expected one stands.")
  void replacesAPassword() {
    var store = contract.store();
    Queue<String> replaced = new ConcurrentLinkedQueue<>();
    Outcome.of(store.addAccount(Sample.account("messi", "Lionel", "Argentina", "hash")));
    Outcome.of(store.addAccount(Sample.account("pele")));

    Crowd.run(
        number -> {
          if (Outcome.of(store.replacePassword("messi", "hash", "hash " + number))) {
            replaced.add("hash " + number);
          }
        });

    assertThat(replaced).hasSize(1);
    assertThat(account("messi"))
        .isEqualTo(Sample.account("messi", "Lionel", "Argentina", replaced.element()));
    assertThat(Outcome.of(store.replacePassword("messi", "hash", "other"))).isFalse();
    assertThat(Outcome.of(store.replacePassword("nobody", "hash", "other"))).isFalse();
    assertThat(Outcome.of(store.account("nobody"))).isEmpty();
    assertThat(account("pele")).isEqualTo(Sample.account("pele"));
  }

  @Test
  @DisplayName("An account that is disabled keeps all it has, and may be active again.")
  void disablesAnAccount() {
    var store = contract.store();
    var account = Sample.account("messi", "Lionel", "Argentina", "hash");
    var session = Sample.session("desk", "messi");
    Outcome.of(store.addAccount(account));
    Outcome.of(store.addSession(session));
    var message = contract.stored(Sample.message("pele", "messi", "hey"));
    var marker = Outcome.of(store.mark("messi", "pele", message.id()));

    assertThat(Outcome.of(store.setDisabled("messi", true))).isTrue();
    assertThat(Outcome.of(store.setDisabled("messi", true))).isTrue();
    assertThat(account("messi"))
        .isEqualTo(
            new Account("messi", "Lionel", "Argentina", "hash", Account.State.DISABLED, Sample.AT));
    assertThat(Outcome.of(store.sessions("messi"))).containsExactly(session);
    assertThat(Outcome.of(store.mark("messi", "pele", 0))).isEqualTo(marker);

    assertThat(Outcome.of(store.setDisabled("messi", false))).isTrue();
    assertThat(account("messi")).isEqualTo(account);
    assertThat(Outcome.of(store.setDisabled("nobody", true))).isFalse();
    assertThat(Outcome.of(store.account("nobody"))).isEmpty();
  }

  @Test
  @DisplayName("A deleted account leaves its name, which nobody can take, and its messages.")
  void deletesAnAccount() {
    var store = withMessiDeleted();
    var invite = Sample.invite("code");
    Outcome.of(store.addInvite(invite));

    var tombstone = new Account("messi", "", "", "", Account.State.DELETED, Sample.AT);
    assertThat(account("messi")).isEqualTo(tombstone);
    assertThat(Outcome.of(store.accounts("", 9)).items())
        .containsExactly(tombstone, Sample.account("pele"));
    assertThat(Outcome.of(store.addAccount(Sample.account("messi")))).isFalse();
    assertThat(Outcome.of(store.addAccount(Sample.account("messi"), invite.code(), Sample.AT)))
        .isEqualTo(Admission.NAME_TAKEN);
    assertThat(account("messi")).isEqualTo(tombstone);
    assertThat(Outcome.of(store.inbox("pele", new Slice.Newest(9))).items())
        .extracting(it -> it.from() + ": " + it.text())
        .containsExactly("messi: hey");
  }

  @Test
  @DisplayName("A deleted account has no sessions and no markers; those of others stay.")
  void endsWhatADeletedAccountHad() {
    var store = withMessiDeleted();

    assertThat(Outcome.of(store.sessions("messi"))).isEmpty();
    assertThat(Outcome.of(store.session(Sample.session("desk", "messi").token()))).isEmpty();
    assertThat(Outcome.of(store.sessions("pele"))).containsExactly(Sample.session("pele", "pele"));
    assertThat(Outcome.of(store.mark("messi", "pele", 0)).upTo()).isZero();
    assertThat(Outcome.of(store.conversations("messi", Long.MAX_VALUE, 9)).items())
        .extracting(Conversation::marker, Conversation::unread)
        .containsExactly(tuple(0L, 1L));
    assertThat(Outcome.of(store.mark("pele", "messi", 0)).upTo()).isPositive();
  }

  @Test
  @DisplayName("A deleted account can neither be changed nor deleted again.")
  void leavesADeletedAccountAlone() {
    var store = withMessiDeleted();
    var tombstone = account("messi");

    assertThat(Outcome.of(store.setDisabled("messi", false))).isFalse();
    assertThat(Outcome.of(store.setDisabled("messi", true))).isFalse();
    assertThat(Outcome.of(store.replacePassword("messi", "", "hash"))).isFalse();
    assertThat(Outcome.of(store.deleteAccount("messi"))).isFalse();
    assertThat(Outcome.of(store.deleteAccount("nobody"))).isFalse();

    assertThat(account("messi")).isEqualTo(tombstone);
    assertThat(Outcome.of(store.account("nobody"))).isEmpty();
  }

  /// Two who have written to each other, read it and are logged in; then one is deleted.
  private Store withMessiDeleted() {
    var store = contract.store();
    Outcome.of(store.addAccount(Sample.account("messi")));
    Outcome.of(store.addAccount(Sample.account("pele")));
    Outcome.of(store.addSession(Sample.session("desk", "messi")));
    Outcome.of(store.addSession(Sample.session("pele", "pele")));
    contract.stored(Sample.message("messi", "pele", "hey"));
    long last = contract.stored(Sample.message("pele", "messi", "hello")).id();
    Outcome.of(store.mark("messi", "pele", last));
    Outcome.of(store.mark("pele", "messi", last));
    assertThat(Outcome.of(store.deleteAccount("messi"))).isTrue();
    return store;
  }

  private Account account(String user) {
    return Outcome.of(contract.store().account(user)).orElseThrow();
  }
}
