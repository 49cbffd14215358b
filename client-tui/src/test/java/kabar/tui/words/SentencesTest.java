package kabar.tui.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kabar.client.Loss;
import kabar.protocol.Availability;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SentencesTest {
  private final Sentences english = new Sentences(Language.ENGLISH);
  private final Sentences indonesian = new Sentences(Language.INDONESIAN);

  @Test
  void whatTheServerSaysFollows() {
    var refused = new Reply.Refused(Reason.INVALID_PARAMETER, "user: 1..32 of a-z");

    assertThat(english.refusal(refused))
        .isEqualTo("something in the request is not as it should be: user: 1..32 of a-z");
    assertThat(indonesian.refusal(refused))
        .isEqualTo("ada yang tidak sesuai aturan: user: 1..32 of a-z");
  }

  @Test
  void whoIsTooFastIsToldHowLongToWait() {
    assertThat(english.refusal(Reply.Refused.tooFast(Duration.ofMillis(1_001))))
        .isEqualTo("too fast, try again in 2 s");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonIsASentence(Reason reason) {
    assertThat(english.refusal(reason, "")).isNotBlank().doesNotContain("%");
    assertThat(indonesian.refusal(reason, ""))
        .isNotBlank()
        .isNotEqualTo(english.refusal(reason, ""));
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void everyLossIsASentence(Loss loss) {
    assertThat(english.loss(loss)).isNotBlank().isNotEqualTo(indonesian.loss(loss));
  }

  @ParameterizedTest
  @EnumSource(Availability.class)
  void everyPresenceIsAWord(Availability availability) {
    assertThat(english.availability(availability))
        .isNotBlank()
        .isNotEqualTo(indonesian.availability(availability));
  }
}
