package kabar.transport.udp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kabar.api.transport.OutboundQueue;
import kabar.api.transport.TransportLimits;
import org.junit.jupiter.api.Test;

class OutflowTest {
  private static final long WINDOW = Inflow.WINDOW_BYTES;

  private final OutboundQueue queue = new OutboundQueue(TransportLimits.DEFAULT);
  private final Outflow outflow = new Outflow(queue);
  private long now = 1;

  @Test
  void sendsSmallPayloadsTogetherAndCutsLargeOnes() {
    offer("one\n");
    offer("two\n");
    assertThat(sendAll()).containsExactly("one\ntwo\n");

    offer("x".repeat(Packet.MAX_DATA_BYTES) + "yz\n");
    assertThat(sendAll()).containsExactly("x".repeat(Packet.MAX_DATA_BYTES), "yz\n");
  }

  @Test
  void sendsNoMoreThanTheNetworkIsTrustedWith() {
    offer("x".repeat(100 * Packet.MAX_DATA_BYTES));

    assertThat(sendAll()).hasSize(10);
    acknowledge(1, 10);
    assertThat(sendAll()).hasSize(20);
  }

  @Test
  void sendsNoMoreThanThePeerHasRoomForAndAsksAgain() {
    offer("x".repeat((int) WINDOW + 5));
    long number = 0;
    while (sentUpTo < WINDOW) {
      number += sendAll().size();
      outflow.acknowledged(ack(number, -1, WINDOW), now);
    }
    assertThat(sentUpTo).isEqualTo(WINDOW);

    assertThat(outflow.next(now)).as("not yet").isNull();
    now = outflow.due();
    assertThat(outflow.expire(now)).isTrue();
    var probe = requireNonNull(outflow.next(now));
    assertThat(probe.segment().isProbe()).isTrue();
    assertThat(outflow.next(now)).as("one at a time").isNull();
    now += 1_000_000;
    assertThat(outflow.expire(now)).isTrue();
    var another = requireNonNull(outflow.next(now));
    assertThat(another.segment().isProbe()).isTrue();

    outflow.acknowledged(ack(another.number(), -1, 2 * WINDOW), now);
    assertThat(sendAll()).containsExactly("xxxxx");
  }

  @Test
  void repeatsWhatThreeLaterOnesHaveOvertaken() {
    sendEach("a", "b", "c", "d");

    outflow.acknowledged(ack(3, 0b01, WINDOW), now);
    assertThat(sendAll()).as("two have").isEmpty();
    outflow.acknowledged(ack(4, 0b011, WINDOW), now);

    var repeated = requireNonNull(outflow.next(now));
    assertThat(repeated.isRepeated()).isTrue();
    assertThat(repeated.number()).isEqualTo(5);
    assertThat(text(repeated)).isEqualTo("a");
    assertThat(repeated.segment().offset()).isZero();
  }

  @Test
  void repeatsEverythingInOrderWhenNothingIsHeardInTime() {
    sendEach("a", "b");
    now += 499_999;
    assertThat(outflow.expire(now)).isFalse();

    now += 1;
    assertThat(outflow.due()).isEqualTo(now);
    assertThat(outflow.expire(now)).isTrue();

    assertThat(sendAll()).containsExactly("a", "b");
    assertThat(outflow.due()).as("doubled").isEqualTo(now + 1_000_000);
  }

  @Test
  void forgetsWhatWasOnlyLate() {
    sendEach("a", "b");
    now += 500_000;
    outflow.expire(now);

    outflow.acknowledged(ack(2, 0b1, WINDOW), now);

    assertThat(sendAll()).isEmpty();
    assertThat(outflow.due()).isEqualTo(Outflow.NEVER);
  }

  @Test
  void measuresTheTimeOfTheLargestWithoutThePeersDelay() {
    sendEach("a");
    now += 1_500;

    outflow.acknowledged(new Ack(1, 0, WINDOW, 500), now);

    assertThat(outflow.roundTrip().smoothedMicros()).isEqualTo(1_000);
  }

  @Test
  void believesNoAcknowledgementOfWhatWasNotSent() {
    sendEach("a");

    assertThat(outflow.acknowledged(ack(2, -1, WINDOW), now)).isFalse();

    assertThat(outflow.due()).isNotEqualTo(Outflow.NEVER);
  }

  @Test
  void endsTheStreamWithTheLastBytesOrAlone() {
    offer("bye");
    outflow.finish();
    var last = requireNonNull(outflow.next(now));
    assertThat(last.segment().isLast()).isTrue();
    assertThat(text(last)).isEqualTo("bye");
    assertThat(outflow.owesOnlyItsEnd()).isFalse();
    outflow.acknowledged(ack(1, 0, WINDOW), now);
    assertThat(outflow.isFinished()).isTrue();

    var empty = new Outflow(new OutboundQueue(TransportLimits.DEFAULT));
    empty.finish();
    assertThat(requireNonNull(empty.next(now)).segment().isLast()).isTrue();
    assertThat(empty.next(now)).isNull();
    assertThat(empty.owesOnlyItsEnd()).isTrue();
    assertThat(empty.isFinished()).isFalse();
  }

  @Test
  void repeatsAnEndThatWasLost() {
    outflow.finish();
    outflow.next(now);
    now += 500_000;
    outflow.expire(now);

    assertThat(requireNonNull(outflow.next(now)).segment().isLast()).isTrue();
  }

  @Test
  void tellsOnceThatTheQueueHasRoomAgain() {
    var line = "x".repeat(Packet.MAX_DATA_BYTES);
    int accepted = 0;
    while (queue.offer(line.getBytes(US_ASCII))) {
      accepted++;
    }
    assertThat(accepted).isGreaterThan(100);
    assertThat(outflow.takeRoom()).isFalse();

    long number = 0;
    while (queue.waitingBytes() > 0) {
      number += sendAll().size();
      outflow.acknowledged(ack(number, -1, Long.MAX_VALUE), now);
    }

    assertThat(outflow.takeRoom()).isTrue();
    assertThat(outflow.takeRoom()).isFalse();
  }

  private long sentUpTo;

  private void offer(String text) {
    assertThat(queue.offer(text.getBytes(US_ASCII))).isTrue();
  }

  /// Sends texts in a packet each.
  private void sendEach(String... texts) {
    for (var text : texts) {
      offer(text);
      assertThat(sendAll()).containsExactly(text);
    }
  }

  private List<String> sendAll() {
    var texts = new ArrayList<String>();
    for (var sent = outflow.next(now); sent != null; sent = outflow.next(now)) {
      if (sent.segment().isProbe()) {
        throw new AssertionError("nobody was to be asked");
      }
      texts.add(text(sent));
      sentUpTo = Math.max(sentUpTo, sent.segment().end());
      if (sentUpTo == WINDOW) {
        break;
      }
    }
    return texts;
  }

  private static String text(Outflow.Sent sent) {
    return US_ASCII.decode(sent.segment().bytes().duplicate()).toString();
  }

  private void acknowledge(long first, long last) {
    outflow.acknowledged(ack(last, (1L << (last - first)) - 1, WINDOW), now);
  }

  private static Ack ack(long largest, long mask, long windowEnd) {
    return new Ack(largest, mask, windowEnd, 0);
  }
}
