package kabar.transport.udp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class UnreadTest {
  private final Unread unread = new Unread();

  @Test
  void givesBackWhatItWasGivenInOrder() {
    unread.add(bytes("one"));
    unread.add(bytes("two"));
    var first = unread.remove();
    unread.add(bytes("three"));
    unread.putBack(first.position(1));

    assertThat(unread.bytes()).isEqualTo(10);
    assertThat(removeAll()).isEqualTo("netwothree");
    assertThat(unread.isEmpty()).isTrue();
  }

  @Test
  void keepsFewPiecesHoweverManyComeAndTheirOrder() {
    var all = new StringBuilder();
    for (int i = 0; i < 10 * Unread.MOST_PIECES; i++) {
      unread.add(bytes(i + ","));
      all.append(i).append(',');
      assertThat(unread.pieces()).isLessThanOrEqualTo(Unread.MOST_PIECES);
    }

    assertThat(unread.bytes()).isEqualTo(all.length());
    assertThat(removeAll()).isEqualTo(all.toString());
  }

  @Test
  void handsOutWhatNobodyCanChange() {
    for (int i = 0; i <= Unread.MOST_PIECES; i++) {
      unread.add(bytes("x"));
    }

    assertThat(unread.remove().isReadOnly()).as("what was joined").isTrue();
    assertThat(unread.remove().isReadOnly()).as("what was not").isTrue();
  }

  @Test
  void tellsHowMuchItDrops() {
    unread.add(bytes("one"));
    unread.add(bytes("two"));

    assertThat(unread.clear()).isEqualTo(6);
    assertThat(unread.isEmpty()).isTrue();
    assertThat(unread.bytes()).isZero();
  }

  private String removeAll() {
    var all = new StringBuilder();
    while (!unread.isEmpty()) {
      all.append(US_ASCII.decode(unread.remove()));
    }
    return all.toString();
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(US_ASCII));
  }
}
