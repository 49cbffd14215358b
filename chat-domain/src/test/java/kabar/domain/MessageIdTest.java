package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIdTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 42, 999_999_999_999_999_999L})
  void readsWhatItWrote(long id) {
    assertThat(read(MessageId.text(id))).isEqualTo(new Reply.Marked("read", String.valueOf(id)));
  }

  @Test
  void writesNothingForNoMessage() {
    assertThat(MessageId.text(0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "+1", "01", "1.0", "1 ", "x", "٣", "1000000000000000000"})
  void refusesAnythingElseAndSaysWhatWasFound(String told) {
    assertThat(read(told))
        .isEqualTo(
            new Reply.Refused(
                Reason.INVALID_PARAMETER,
                "upTo: cannot use '%s' (expected the id of a message)".formatted(told)));
  }

  private static Reply read(String told) {
    return Rules.now(
        MessageId.read(
            "upTo", told, id -> Router.done(new Reply.Marked("read", String.valueOf(id)))));
  }
}
