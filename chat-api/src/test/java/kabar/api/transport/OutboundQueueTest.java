package kabar.api.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class OutboundQueueTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  private final OutboundQueue queue = queue(100, 4);

  private static OutboundQueue queue(int maxBytes, int maxItems) {
    return new OutboundQueue(
        new TransportLimits(64, maxBytes, maxItems, TIMEOUT, TIMEOUT, TIMEOUT));
  }

  @Nested
  final class Room {

    @Test
    void endsAtTheLimitOfBytes() {
      assertThat(queue.offer(new byte[60])).isTrue();
      assertThat(queue.offer(new byte[39])).isTrue();
      assertThat(queue.isFull()).isFalse();
      assertThat(queue.offer(new byte[1])).isTrue();

      assertThat(queue.isFull()).isTrue();
      assertThat(queue.offer(new byte[1])).isFalse();
      assertThat(queue.waitingBytes()).isEqualTo(100);
    }

    @Test
    void endsAtTheLimitOfItems() {
      for (int i = 0; i < 4; i++) {
        assertThat(queue.isFull()).isFalse();
        assertThat(queue.offer(new byte[1])).isTrue();
      }

      assertThat(queue.isFull()).isTrue();
      assertThat(queue.offer(new byte[1])).isFalse();
      assertThat(queue.waitingBytes()).isEqualTo(4);
    }

    @Test
    void isThereForAPayloadOfAnySizeBelowTheLimit() {
      assertThat(queue.offer(new byte[99])).isTrue();
      assertThat(queue.offer(new byte[1_000_000])).isTrue();

      assertThat(queue.offer(new byte[1])).isFalse();
      assertThat(queue.waitingBytes()).isEqualTo(1_000_099);
    }

    @Test
    void isNotTakenByAnEmptyPayload() {
      for (int i = 0; i < 10; i++) {
        assertThat(queue.offer(new byte[0])).isTrue();
      }

      assertThat(queue.isFull()).isFalse();
      assertThat(queue.waitingBytes()).isZero();
    }

    @Test
    void returnsWithWhatIsRemoved() {
      queue.offer(new byte[100]);

      queue.remove(1);

      assertThat(queue.offer(new byte[1])).isTrue();
      assertThat(queue.offer(new byte[1])).isFalse();
    }
  }

  @Nested
  final class ReportOfRoom {

    @Test
    void comesOnceWhenHalfOfTheBytesAreGone() {
      queue.offer(new byte[100]);
      assertThat(queue.offer(new byte[1])).isFalse();

      assertThat(queue.remove(49)).isFalse();
      assertThat(queue.remove(1)).isTrue();
      assertThat(queue.remove(1)).isFalse();
      assertThat(queue.remove(49)).isFalse();
    }

    @Test
    void comesOnceWhenHalfOfTheItemsAreGone() {
      for (int i = 0; i < 4; i++) {
        queue.offer(new byte[2]);
      }
      assertThat(queue.offer(new byte[1])).isFalse();

      assertThat(queue.remove(3)).isFalse();
      assertThat(queue.remove(1)).isTrue();
      assertThat(queue.remove(4)).isFalse();
    }

    @Test
    void comesAgainAfterAnotherRefusal() {
      for (int i = 0; i < 3; i++) {
        assertThat(queue.offer(new byte[100])).isTrue();
        assertThat(queue.offer(new byte[1])).isFalse();
        assertThat(queue.remove(100)).isTrue();
      }
    }

    @Test
    void doesNotComeIfNothingWasRefused() {
      queue.offer(new byte[100]);

      assertThat(queue.remove(100)).isFalse();
    }

    @Test
    void doesNotComeAfterAClose() {
      queue.offer(new byte[100]);
      queue.offer(new byte[1]);
      queue.close();

      assertThat(queue.remove(100)).isFalse();
    }
  }

  @Nested
  final class Leaving {

    @Test
    void copiesAsMuchAsFitsAndKeepsIt() {
      queue.offer(new byte[] {1, 2, 3});
      queue.offer(new byte[] {4, 5});

      assertThat(copy(queue, 4)).containsExactly(1, 2, 3, 4);
      assertThat(copy(queue, 9)).containsExactly(1, 2, 3, 4, 5);
      assertThat(queue.waitingBytes()).isEqualTo(5);
    }

    @Test
    void goesOnInTheMiddleOfAPayload() {
      queue.offer(new byte[] {1, 2, 3});
      queue.offer(new byte[] {4, 5});

      queue.remove(2);
      assertThat(copy(queue, 9)).containsExactly(3, 4, 5);

      queue.remove(2);
      assertThat(copy(queue, 9)).containsExactly(5);
    }

    @Test
    void copiesNothingFromAnEmptyQueue() {
      assertThat(copy(queue, 9)).isEmpty();
    }

    @Test
    void doesWhatASimpleModelDoes() {
      Seed.run(
          random -> {
            for (int i = 0; i < 300; i++) {
              int maxBytes = 1 + random.nextInt(60);
              int maxItems = 1 + random.nextInt(8);
              new Comparison(maxBytes, maxItems).run(random);
            }
          });
    }
  }

  @Nested
  final class Ending {

    @Test
    void refusesOffersAfterACloseAndKeepsWhatWaits() {
      queue.offer(new byte[] {1, 2});

      queue.close();

      assertThat(queue.offer(new byte[] {3})).isFalse();
      assertThat(copy(queue, 9)).containsExactly(1, 2);
      assertThat(queue.waitingBytes()).isEqualTo(2);
    }

    @Test
    void dropsWhatWaitsWhenCleared() {
      queue.offer(new byte[] {1, 2});
      queue.remove(1);

      queue.clear();

      assertThat(queue.offer(new byte[] {3})).isFalse();
      assertThat(copy(queue, 9)).isEmpty();
      assertThat(queue.waitingBytes()).isZero();
    }

    @Test
    void hasNothingWaitingIfItIsClearedWhileBytesLeave() {
      queue.offer(new byte[] {1, 2, 3});
      assertThat(copy(queue, 2)).containsExactly(1, 2);

      queue.clear();

      assertThat(queue.remove(2)).isFalse();
      assertThat(queue.waitingBytes()).isZero();
    }
  }

  @Test
  void losesNothingOfWhatManyThreadsOffer() throws Exception {
    var queue = queue(1_000, 10);
    int perThread = 5_000;
    var offering =
        IntStream.range(0, 3)
            .mapToObj(it -> CompletableFuture.runAsync(() -> offerAll(queue, it, perThread)))
            .toArray(CompletableFuture<?>[]::new);
    var next = new int[3];

    var buffer = ByteBuffer.allocate(64);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    for (int taken = 0; taken < 3 * perThread; ) {
      queue.copyTo(buffer.clear());
      int whole = buffer.flip().remaining() / Integer.BYTES;
      for (int i = 0; i < whole; i++) {
        int payload = buffer.getInt();
        int thread = payload / perThread;
        assertThat(payload % perThread).isEqualTo(next[thread]++);
      }
      queue.remove(whole * Integer.BYTES);
      taken += whole;
      assertThat(System.nanoTime()).isLessThan(end);
    }

    CompletableFuture.allOf(offering).get(30, TimeUnit.SECONDS);
    assertThat(queue.waitingBytes()).isZero();
  }

  private static void offerAll(OutboundQueue queue, int thread, int count) {
    for (int i = 0; i < count; i++) {
      var payload = ByteBuffer.allocate(Integer.BYTES).putInt(thread * count + i).array();
      while (!queue.offer(payload)) {
        Thread.onSpinWait();
      }
    }
  }

  private static byte[] copy(OutboundQueue queue, int most) {
    var target = ByteBuffer.allocate(most);
    queue.copyTo(target);
    return Arrays.copyOf(target.array(), target.position());
  }

  /// A queue beside a naive one that holds every byte by itself.
  private static final class Comparison {
    private final int maxBytes;
    private final int maxItems;
    private final OutboundQueue queue;
    private final ArrayDeque<byte[]> bytes = new ArrayDeque<>();
    private int offered;
    private boolean refused;

    Comparison(int maxBytes, int maxItems) {
      this.maxBytes = maxBytes;
      this.maxItems = maxItems;
      this.queue = queue(maxBytes, maxItems);
    }

    void run(Random random) {
      for (int i = 0; i < 200; i++) {
        if (random.nextBoolean()) {
          offer(random.nextInt(30));
        } else {
          leave(random.nextInt(40), random);
        }
        assertThat(queue.waitingBytes()).isEqualTo(bytes.size());
        assertThat(queue.isFull()).isEqualTo(isFull());
      }
    }

    private void offer(int size) {
      var payload = new byte[size];
      for (int i = 0; i < size; i++) {
        payload[i] = (byte) (offered + i);
      }
      assertThat(queue.offer(payload)).isEqualTo(!isFull());
      if (isFull()) {
        refused = true;
        return;
      }
      for (byte each : payload) {
        bytes.add(new byte[] {each, (byte) 0});
      }
      if (size > 0) {
        bytes.getLast()[1] = 1;
      }
      offered += size;
    }

    private void leave(int room, Random random) {
      var copied = copy(queue, room);
      assertThat(copied).hasSize(Math.min(room, bytes.size()));
      var expected = bytes.iterator();
      for (byte each : copied) {
        assertThat(each).isEqualTo(expected.next()[0]);
      }
      int left = random.nextInt(copied.length + 1);
      for (int i = 0; i < left; i++) {
        bytes.remove();
      }
      var reports = refused && bytes.size() <= maxBytes / 2 && items() <= maxItems / 2;
      assertThat(queue.remove(left)).isEqualTo(reports);
      refused &= !reports;
    }

    private boolean isFull() {
      return bytes.size() >= maxBytes || items() >= maxItems;
    }

    /// As many as last bytes of payloads wait.
    private long items() {
      return bytes.stream().filter(it -> it[1] == 1).count();
    }
  }
}
