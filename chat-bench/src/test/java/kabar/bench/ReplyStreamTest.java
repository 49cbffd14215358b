package kabar.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReplyStreamTest {
  private static final Exchange EXCHANGE = new Exchange("ask\n", "answer\n");

  private final ReplyStream stream = new ReplyStream(EXCHANGE.replies(100), 7);

  @Test
  void countsWholeReplies() throws BenchException {
    assertThat(stream.take(bytes("answer\nanswer\n"))).isEqualTo(2);
  }

  @Test
  void countsARepliesLastByteNotItsFirst() throws BenchException {
    assertThat(stream.take(bytes("answer\nans"))).isEqualTo(1);
    assertThat(stream.take(bytes("wer"))).isEqualTo(0);
    assertThat(stream.take(bytes("\nanswer\na"))).isEqualTo(2);
  }

  @Test
  void takesAsMuchAsWasPromisedFromAnyPlaceWithinAReply() throws BenchException {
    stream.take(bytes("answer"));

    assertThat(stream.take(bytes("\n" + "answer\n".repeat(14) + "a"))).isEqualTo(15);
  }

  @Test
  void refusesAWrongReplyAndShowsBoth() {
    assertThatThrownBy(() -> stream.take(bytes("answer\nERROR\n")))
        .isInstanceOf(BenchException.class)
        .hasMessage("a wrong reply: expected 'answer\\nanswer', found 'answer\\nERROR\\n'");
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }
}
