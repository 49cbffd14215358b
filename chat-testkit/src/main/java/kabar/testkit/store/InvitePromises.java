package kabar.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import kabar.api.store.Admission;
import kabar.api.store.Invite;
import kabar.api.store.TokenHash;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is promised of invites and of accounts that are made with one.
abstract class InvitePromises {
  private static final Instant NOW = Sample.AT;

  private final StoreContract contract;

  InvitePromises(StoreContract contract) {
    this.contract = contract;
  }

  @Test
  @DisplayName("An invite is kept as it was given until it is used or removed.")
  void keepsAnInvite() {
    var inACentury = NOW.plus(Duration.ofDays(36_525));
    var second = added(new Invite(TokenHash.of("b"), "für Pelé 🐐 ' -- ", NOW, inACentury));
    var first = added(Sample.invite("a"));
    var expired = added(new Invite(TokenHash.of("c"), "", Instant.EPOCH, Instant.EPOCH));
    var removed = added(Sample.invite("d"));

    assertThat(Outcome.of(contract.store().invites()))
        .containsExactly(second, first, expired, removed);

    assertThat(admit("messi", first.code(), NOW)).isEqualTo(Admission.ADMITTED);
    Outcome.of(contract.store().removeInvite(removed.code()));
    assertThat(Outcome.of(contract.store().invites())).containsExactly(second, expired);
  }

  @Test
  @DisplayName("Removing an invite removes that one and no other.")
  void removesOneInvite() {
    var store = contract.store();
    var removed = added(Sample.invite("a"));
    var other = added(Sample.invite("b"));

    assertThat(Outcome.of(store.removeInvite(removed.code()))).isTrue();

    assertThat(admit("messi", removed.code(), NOW)).isEqualTo(Admission.NOT_INVITED);
    assertThat(Outcome.of(store.account("messi"))).isEmpty();
    assertThat(Outcome.of(store.invites())).containsExactly(other);
    assertThat(Outcome.of(store.removeInvite(removed.code()))).isFalse();
  }

  @Test
  @DisplayName("An invite admits one account and no second, however many try at once.")
  void admitsOne() {
    var store = contract.store();
    Queue<String> admitted = new ConcurrentLinkedQueue<>();
    Queue<String> usedUp = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < 25; i++) {
      added(Sample.invite("code " + i));
    }

    Crowd.run(
        number -> {
          for (int i = 0; i < 25; i++) {
            var code = "code " + i;
            var user = "user%d.%d".formatted(i, number);
            if (admit(user, TokenHash.of(code), NOW) == Admission.ADMITTED) {
              admitted.add(user);
              usedUp.add(code);
            }
          }
        });

    assertThat(usedUp).hasSize(25).doesNotHaveDuplicates();
    assertThat(Outcome.of(store.accounts("", 1_000)).items())
        .containsExactlyElementsOf(admitted.stream().sorted().map(Sample::account).toList());
    assertThat(Outcome.of(store.invites())).isEmpty();
  }

  @Test
  @DisplayName("An invite is not used up by a name that is taken.")
  void staysIfANameIsTaken() {
    var store = contract.store();
    var invite = added(Sample.invite("code"));
    Outcome.of(store.addAccount(Sample.account("messi", "The first", "", "")));

    assertThat(admit("messi", invite.code(), NOW)).isEqualTo(Admission.NAME_TAKEN);

    assertThat(Outcome.of(store.account("messi")).orElseThrow().displayName())
        .isEqualTo("The first");
    assertThat(Outcome.of(store.invites())).containsExactly(invite);
    assertThat(admit("lineker", invite.code(), NOW)).isEqualTo(Admission.ADMITTED);
  }

  @Test
  @DisplayName("An invite that has expired admits nobody.")
  void expires() {
    var invite = added(Sample.invite("code"));
    var moment = Duration.ofNanos(1);

    assertThat(admit("messi", invite.code(), invite.expiresAt())).isEqualTo(Admission.NOT_INVITED);
    assertThat(admit("messi", invite.code(), invite.expiresAt().plus(moment)))
        .isEqualTo(Admission.NOT_INVITED);
    assertThat(Outcome.of(contract.store().account("messi"))).isEmpty();
    assertThat(admit("messi", invite.code(), invite.expiresAt().minus(moment)))
        .isEqualTo(Admission.ADMITTED);
  }

  @Test
  @DisplayName("Whoever has no invite does not learn whether a name is taken.")
  void tellsStrangersNothing() {
    var expired = added(Sample.invite("code"));
    Outcome.of(contract.store().addAccount(Sample.account("messi")));

    assertThat(admit("messi", TokenHash.of("no code"), NOW)).isEqualTo(Admission.NOT_INVITED);
    assertThat(admit("messi", expired.code(), expired.expiresAt()))
        .isEqualTo(Admission.NOT_INVITED);
  }

  private Invite added(Invite invite) {
    Outcome.of(contract.store().addInvite(invite));
    return invite;
  }

  private Admission admit(String user, TokenHash code, Instant now) {
    return Outcome.of(contract.store().addAccount(Sample.account(user), code, now));
  }
}
