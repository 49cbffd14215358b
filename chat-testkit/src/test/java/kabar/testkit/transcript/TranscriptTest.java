package kabar.testkit.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What of a transcript can be had in bare datagrams.
final class TranscriptTest {

  @Test
  void fitsBareDatagramsWhereEachRequestIsOneAndHasOneShortReply() {
    assertThat(fits("C: hello?\nS: no\nC= bye\\x0a\nS: yes\n")).isTrue();
    assertThat(fits("C: hello?\nS: %s\n".formatted("x".repeat(124)))).isTrue();
    assertThat(fits("C: auth\nS: T1\nC: inbox T1\nS: %s\n".formatted("x".repeat(1_196)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C= two\\x0alines\\x0a\nS: no\nS: no\n",
        "C= two\\x0alines\nS: no\n",
        "C= half of it\n",
        "C= \\xff\\xfe\nS: no\n",
        "C= {}\\x0a\\x0a\nS: no\n"
      })
  void doesNotFitWhereADatagramWouldBeSomethingElse(String text) {
    assertThat(fits(text)).isFalse();
  }

  @Test
  void doesNotFitWhereSomethingIsTooLong() {
    assertThat(fits("C: hello?\nS: %s\n".formatted("x".repeat(125)))).isFalse();
    assertThat(fits("C: auth\nS: T1\nC: inbox T1\nS: %s\n".formatted("x".repeat(1_197)))).isFalse();
    assertThat(fits("C= %s\nS: no\n".formatted("x".repeat(8_193)))).isFalse();
  }

  private static boolean fits(String text) {
    return Transcript.parse("example", "# dialect chat\n" + text).fitsBareDatagrams();
  }
}
