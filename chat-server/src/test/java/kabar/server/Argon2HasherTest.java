package kabar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import kabar.api.Settings;
import kabar.domain.PasswordHasher.Verdict;
import kabar.domain.UnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2HasherTest {
  private static final HashingSettings SETTINGS = HashingSettings.from(Settings.none());

  private final Argon2Hasher hasher = new Argon2Hasher(SETTINGS);

  @AfterEach
  void close() {
    hasher.close();
  }

  @Test
  void verifiesThePasswordThatWasHashedAndNoOther() {
    var hash = await(hasher.hash("rahasia ✓"));

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(await(hasher.verify("rahasia ✓", hash))).isEqualTo(Verdict.RIGHT);
    assertThat(await(hasher.verify("rahasia", hash))).isEqualTo(Verdict.WRONG);
    assertThat(await(hasher.verify("rahasia ✓\0", hash))).isEqualTo(Verdict.WRONG);
    assertThat(await(hasher.verify("", hash))).isEqualTo(Verdict.WRONG);
  }

  @Test
  void agreesWithTheReferenceImplementation() {
    // From test.c of the reference implementation (version 0x13): t=2, m=256, p=1.
    var hash =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ" + "$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    assertThat(await(hasher.verify("password", hash))).isEqualTo(Verdict.OUTDATED);
    assertThat(await(hasher.verify("passwort", hash))).isEqualTo(Verdict.WRONG);
  }

  @Test
  void takesAPasswordTypedOnAnotherKeyboardForTheSame() {
    var hash = await(hasher.hash("caf\u00E9-surabaya"));

    assertThat(await(hasher.verify("cafe\u0301-surabaya", hash))).isEqualTo(Verdict.RIGHT);
  }

  @Test
  void givesEveryHashASaltOfItsOwn() {
    assertThat(await(hasher.hash("surabaya"))).isNotEqualTo(await(hasher.hash("surabaya")));
  }

  @Test
  void rejectsWhateverIsNotToBeFound() {
    assertThat(await(hasher.reject("surabaya"))).isEqualTo(Verdict.WRONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "surabaya",
        "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=7,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=256,t=0,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$short",
      })
  void failsForAMalformedHashWithoutTellingIt(String hash) {
    assertThatThrownBy(() -> await(hasher.verify("password", hash)))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a stored password hash is unusable"
                + " (expected $argon2id$v=19$m=…,t=…,p=…$SALT$HASH)");
  }

  @Test
  void refusesWhenTooManyPasswordsWait() {
    var asked = Stream.generate(() -> hasher.reject("surabaya")).limit(300).toList();

    var refused = asked.stream().filter(Argon2HasherTest::isUnavailable).count();

    assertThat(refused).isPositive().isEqualTo(hasher.refused());
  }

  @Test
  void refusesAPasswordThatHasWaitedTooLong() {
    var times = List.of(0L, Duration.ofSeconds(5).toNanos() + 1).iterator();
    try (var impatient = new Argon2Hasher(SETTINGS, times::next)) {
      assertThat(isUnavailable(impatient.reject("surabaya"))).isTrue();
      assertThat(impatient.refused()).isEqualTo(1);
    }
  }

  @Test
  void knowsThePasswordOfTheDemoUsers() {
    for (var user : Demo.USERS) {
      assertThat(await(hasher.verify(Demo.PASSWORD, user.passwordHash())))
          .as(user.name())
          .isEqualTo(Verdict.RIGHT);
    }
  }

  private static boolean isUnavailable(CompletionStage<?> stage) {
    try {
      await(stage);
      return false;
    } catch (CompletionException e) {
      return e.getCause() instanceof UnavailableException;
    }
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
