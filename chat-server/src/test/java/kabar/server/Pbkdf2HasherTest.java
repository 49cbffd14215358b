package kabar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import kabar.domain.UnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Pbkdf2HasherTest {
  private final Pbkdf2Hasher hasher = new Pbkdf2Hasher();

  @AfterEach
  void close() {
    hasher.close();
  }

  @Test
  void verifiesThePasswordThatWasHashedAndNoOther() {
    var hash = await(hasher.hash("rahasia ✓"));

    assertThat(hash).startsWith("pbkdf2-sha256$600000$");
    assertThat(await(hasher.verify("rahasia ✓", hash))).isTrue();
    assertThat(await(hasher.verify("rahasia", hash))).isFalse();
    assertThat(await(hasher.verify("", hash))).isFalse();
  }

  @Test
  void agreesWithThePublishedTestVector() {
    // RFC 7914 §11: PBKDF2-HMAC-SHA-256, "passwd", "salt", 1 round, the first 32 of its 64 bytes.
    var hash = "pbkdf2-sha256$1$c2FsdA$VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLw";

    assertThat(await(hasher.verify("passwd", hash))).isTrue();
  }

  @Test
  void tellsAPasswordFromItselfWithANulBehindIt() {
    var hash = await(hasher.hash("surabaya"));

    assertThat(await(hasher.verify("surabaya\0", hash))).isFalse();
  }

  @Test
  void givesEveryHashASaltOfItsOwn() {
    assertThat(await(hasher.hash("surabaya"))).isNotEqualTo(await(hasher.hash("surabaya")));
  }

  @Test
  void rejectsWhateverIsNotToBeFound() {
    assertThat(await(hasher.reject("surabaya"))).isFalse();
  }

  @Test
  void refusesWhenTooManyPasswordsWait() {
    var asked = IntStream.range(0, 200).mapToObj(_ -> hasher.reject("surabaya")).toList();

    var refused =
        asked.stream().filter(stage -> stage.toCompletableFuture().isCompletedExceptionally());
    assertThat(refused)
        .isNotEmpty()
        .allSatisfy(
            stage ->
                assertThatThrownBy(() -> await(stage))
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(UnavailableException.class));
  }

  @Test
  void knowsThePasswordOfTheDemoUsers() {
    for (var user : Demo.USERS) {
      assertThat(await(hasher.verify(Demo.PASSWORD, user.passwordHash()))).as(user.name()).isTrue();
    }
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
