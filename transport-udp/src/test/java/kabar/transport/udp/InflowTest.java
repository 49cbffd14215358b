package kabar.transport.udp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import kabar.transport.udp.Inflow.Verdict;
import org.junit.jupiter.api.Test;

class InflowTest {
  private static final Ack NOTHING = new Ack(0, 0, 0, 0);

  private final Inflow inflow = new Inflow();
  private final StringBuilder stream = new StringBuilder();

  @Test
  void handsOverWhatComesInOrderAtOnce() {
    assertThat(receive(1, 0, "one")).isEqualTo(Verdict.IN_ORDER);
    assertThat(receive(2, 3, "two")).isEqualTo(Verdict.IN_ORDER);

    assertThat(stream).hasToString("onetwo");
  }

  @Test
  void putsInOrderWhatDoesNot() {
    assertThat(receive(3, 6, "three")).isEqualTo(Verdict.OUT_OF_ORDER);
    assertThat(receive(2, 3, "two")).isEqualTo(Verdict.OUT_OF_ORDER);
    assertThat(stream).isEmpty();

    receive(1, 0, "one");

    assertThat(stream).hasToString("onetwothree");
  }

  @Test
  void handsOverNothingTwice() {
    receive(1, 0, "one");
    assertThat(receive(1, 0, "one")).isEqualTo(Verdict.DUPLICATE);
    receive(2, 0, "onetwo");
    receive(3, 2, "etwothree");

    assertThat(stream).hasToString("onetwothree");
  }

  @Test
  void refusesWhatIsBeyondTheWindow() {
    var inside = "x".repeat(1_000);

    assertThat(receive(1, Inflow.WINDOW_BYTES - 1_000, inside)).isEqualTo(Verdict.IN_ORDER);
    assertThat(receive(2, Inflow.WINDOW_BYTES - 999, inside)).isEqualTo(Verdict.REFUSED);
    assertThat(receive(3, Long.MAX_VALUE, "x")).isEqualTo(Verdict.REFUSED);

    assertThat(inflow.ack(0).covers(1)).isTrue();
    assertThat(inflow.ack(0).covers(2)).as("was not received").isFalse();
  }

  @Test
  void keepsNoMoreThanTheWindowOfWhatOverlaps() {
    var piece = "x".repeat(1_144);
    int kept = 0;
    for (int number = 1; number <= 1_000; number++) {
      kept += receive(number, number, piece) == Verdict.REFUSED ? 0 : 1;
    }

    assertThat(kept).isLessThanOrEqualTo(Inflow.WINDOW_BYTES / 1_144);
  }

  @Test
  void keepsTheLongerOfTwoThatBeginAlike() {
    receive(2, 3, "twothree");
    receive(3, 3, "two");
    receive(1, 0, "one");

    assertThat(stream).hasToString("onetwothree");
  }

  @Test
  void refusesBytesBehindTheEndAndAnEndBeforeOtherBytes() {
    receive(1, 10, "later");
    assertThat(receiveLast(2, 3, "early")).isEqualTo(Verdict.REFUSED);

    assertThat(receiveLast(3, 15, "")).isEqualTo(Verdict.OUT_OF_ORDER);
    assertThat(receive(4, 15, "x")).isEqualTo(Verdict.REFUSED);
    assertThat(receiveLast(5, 15, "x")).isEqualTo(Verdict.REFUSED);
    assertThat(inflow.isFinished()).isFalse();

    receive(6, 0, "0123456789");
    assertThat(inflow.isFinished()).isTrue();
    assertThat(stream).hasToString("0123456789later");
  }

  @Test
  void refusesAnEndWithinBytesThatItHasThoughOthersBeginLater() {
    receive(1, 100, "x".repeat(400));
    receive(2, 200, "x");

    assertThat(receiveLast(3, 300, "")).isEqualTo(Verdict.REFUSED);

    receive(4, 0, "x".repeat(100));
    assertThat(receiveLast(5, 500, "")).isEqualTo(Verdict.IN_ORDER);
    assertThat(stream).hasSize(500);
    assertThat(inflow.isFinished()).isTrue();
  }

  @Test
  void refusesAnotherEnd() {
    receiveLast(1, 20, "");

    assertThat(receiveLast(2, 10, "")).isEqualTo(Verdict.REFUSED);
    assertThat(receiveLast(3, 20, "")).isEqualTo(Verdict.OUT_OF_ORDER);
  }

  @Test
  void acknowledgesEverySecondPacketAtOnceAndOneAloneAfterAWhile() {
    receive(1, 0, "a");
    assertThat(inflow.wantsAckNow()).isFalse();
    assertThat(inflow.ackDue()).isEqualTo(1_000 + Inflow.MAX_ACK_DELAY_MICROS);

    receive(2, 1, "b");
    assertThat(inflow.wantsAckNow()).isTrue();

    inflow.ack(3_000);
    assertThat(inflow.wantsAckNow()).isFalse();
    assertThat(inflow.ackDue()).isEqualTo(Outflow.NEVER);
  }

  @Test
  void acknowledgesAtOnceWhatIsOutOfOrderRepeatedOrLast() {
    receive(2, 1, "b");
    assertThat(inflow.wantsAckNow()).isTrue();
    inflow.ack(0);
    receive(2, 1, "b");
    assertThat(inflow.wantsAckNow()).isTrue();
    inflow.ack(0);

    receiveLast(3, 0, "ab");
    assertThat(inflow.wantsAckNow()).isTrue();
  }

  @Test
  void opensTheWindowAsBytesAreTakenAndTellsWhenHalfOfItIsNew() {
    var half = Inflow.WINDOW_BYTES / 2;
    for (int i = 0; i < half / 1_024; i++) {
      receive(i + 1, i * 1_024L, "x".repeat(1_024));
    }
    inflow.ack(0);

    inflow.taken(half - 1);
    assertThat(inflow.wantsAckNow()).isFalse();
    inflow.taken(1);
    assertThat(inflow.wantsAckNow()).isTrue();

    assertThat(inflow.ack(0).windowEnd()).isEqualTo(Inflow.WINDOW_BYTES + half);
  }

  @Test
  void tellsHowLongItHasWaited() {
    receive(1, 0, "a");

    assertThat(inflow.ack(1_400).delayMicros()).isEqualTo(400);
    assertThat(inflow.ack(10_000_000).delayMicros()).isEqualTo(65_535);
  }

  private Verdict receive(long number, long offset, String text) {
    return receive(number, offset, text, false);
  }

  private Verdict receiveLast(long number, long offset, String text) {
    return receive(number, offset, text, true);
  }

  /// At 1,000 µs.
  private Verdict receive(long number, long offset, String text, boolean isLast) {
    var data = ByteBuffer.wrap(text.getBytes(US_ASCII));
    var packet = new Packet(true, 7, NOTHING, number, isLast, offset, data);
    return inflow.received(packet, 1_000, this::take);
  }

  private void take(ByteBuffer bytes) {
    stream.append(US_ASCII.decode(bytes));
  }
}
