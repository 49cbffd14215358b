package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddresseesTest {
  private final SlowStore store = new SlowStore(DemoUsers.store());
  private final Addressees addressees = new Addressees(store);

  @Test
  void containWhoeverHasAnAccount() {
    assertThat(Rules.now(addressees.contain("messi"))).isTrue();
    assertThat(Rules.now(addressees.contain("neymar"))).isFalse();
  }

  @Test
  void askTheStoreOnce() {
    Rules.now(addressees.contain("messi"));

    store.hold("account");

    assertThat(Rules.now(addressees.contain("messi"))).isTrue();
  }

  @Test
  void doNotContainWhoeverIsGone() {
    Rules.now(addressees.contain("messi"));

    Rules.now(store.deleteAccount("messi"));
    addressees.forget("messi");

    assertThat(Rules.now(addressees.contain("messi"))).isFalse();
  }

  @Test
  void keepNobodyWhoIsGoneBeforeTheStoreAnswers() {
    store.hold("account");
    var asked = addressees.contain("messi").toCompletableFuture();
    Rules.now(store.deleteAccount("messi"));
    addressees.forget("messi");
    store.holdNothing();
    store.release();
    assertThat(asked).isCompletedWithValue(true);

    assertThat(Rules.now(addressees.contain("messi"))).isFalse();
  }
}
