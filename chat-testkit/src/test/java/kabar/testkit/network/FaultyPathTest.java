package kabar.testkit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class FaultyPathTest {
  private static final long SEED = 4711;
  private static final int MANY = 10_000;

  /// Four standard deviations of a share of 0.2 over 10,000 datagrams.
  private static final Offset<Double> NEAR = within(0.016);

  @Test
  void letsAllPassAtOnceWhenItIsPerfect() {
    var path = new FaultyPath(Faults.perfect(), SEED);
    var datagram = datagram(0);

    var arrivals = path.send(datagram, 0);

    assertThat(arrivals).hasSize(1);
    assertThat(arrivals.getFirst().bytes()).isEqualTo(datagram).isNotSameAs(datagram);
    assertThat(arrivals.getFirst().delayNanos()).isZero();
  }

  @Test
  void losesTheShareThatWasAsked() {
    for (var share : List.of(0.01, 0.05, 0.20)) {
      var path = new FaultyPath(Faults.loss(share), SEED);

      var arrived = sendMany(path).stream().mapToInt(List::size).sum();

      assertThat(1 - (double) arrived / MANY).isCloseTo(share, NEAR);
      assertThat(path.count(Fault.LOSS)).isEqualTo(MANY - arrived);
    }
  }

  @Test
  void doublesTheShareThatWasAsked() {
    var path = new FaultyPath(Faults.duplicating(), SEED);

    var twice = sendMany(path).stream().filter(it -> it.size() == 2).count();

    assertThat((double) twice / MANY).isCloseTo(0.2, NEAR);
    assertThat(path.count(Fault.DUPLICATION)).isEqualTo(twice);
  }

  @Test
  void holdsTheShareBackThatWasAsked() {
    var path = new FaultyPath(Faults.reordering(), SEED);

    var late =
        sendMany(path).stream()
            .filter(it -> it.getFirst().delayNanos() >= Duration.ofMillis(20).toNanos())
            .count();

    assertThat((double) late / MANY).isCloseTo(0.2, NEAR);
    assertThat(path.count(Fault.REORDERING)).isEqualTo(late);
  }

  @Test
  void delaysByTheBaseAndPartOfTheJitter() {
    var base = Duration.ofMillis(30);
    var jitter = Duration.ofMillis(10);
    var delays = new Faults.Delays(base, jitter, Duration.ZERO);
    var path = new FaultyPath(Faults.perfect().with(delays), SEED);

    var taken = sendMany(path).stream().mapToLong(it -> it.getFirst().delayNanos());

    var statistics = taken.summaryStatistics();
    assertThat(statistics.getMin()).isBetween(base.toNanos(), base.toNanos() + 1_000_000);
    assertThat(statistics.getMax()).isBetween(39_000_000L, base.plus(jitter).toNanos());
    assertThat(statistics.getAverage()).isCloseTo(35e6, within(1e6));
  }

  @Test
  void flipsOneToEightBitsOfTheShareThatWasAsked() {
    var path = new FaultyPath(Faults.corrupting(), SEED);

    var spoiled = 0;
    for (var i = 0; i < MANY; i++) {
      var flips = difference(datagram(i), path.send(datagram(i), i).getFirst().bytes());
      assertThat(flips).isBetween(0, 8);
      spoiled += flips == 0 ? 0 : 1;
    }

    assertThat((double) spoiled / MANY).isCloseTo(0.2, NEAR);
    assertThat(path.count(Fault.CORRUPTION)).isEqualTo(spoiled);
  }

  @Test
  void cutsTheEndOffTheShareThatWasAsked() {
    var path = new FaultyPath(Faults.truncating(), SEED);

    var cut = 0;
    for (var i = 0; i < MANY; i++) {
      var bytes = path.send(datagram(i), i).getFirst().bytes();
      assertThat(bytes).isEqualTo(Arrays.copyOf(datagram(i), bytes.length));
      cut += bytes.length < datagram(i).length ? 1 : 0;
    }

    assertThat((double) cut / MANY).isCloseTo(0.2, NEAR);
    assertThat(path.count(Fault.TRUNCATION)).isEqualTo(cut);
  }

  @Test
  void letsNothingPassInABlackOut() {
    var path = new FaultyPath(Faults.blackouts(), SEED);

    for (var second = -10; second < 40; second++) {
      var sentAt = Duration.ofSeconds(second).toNanos();
      var isDark = Math.floorMod(second, 10) >= 8;
      assertThat(path.send(datagram(second), sentAt)).as("at %d s", second).hasSize(isDark ? 0 : 1);
    }
    assertThat(path.count(Fault.BLACK_OUT)).isEqualTo(10);
    assertThat(path.sent()).isEqualTo(50);
  }

  @Test
  void meetsADatagramWithEachFaultWhenAskedForEverything() {
    var path = new FaultyPath(Faults.everything(), SEED);

    sendMany(path);

    for (var fault : Fault.values()) {
      assertThat(path.count(fault)).as(fault.name()).isPositive();
    }
  }

  @Test
  void doesTheSameAgainForTheSameSeed() {
    var one = sendMany(new FaultyPath(Faults.everything(), SEED));
    var same = sendMany(new FaultyPath(Faults.everything(), SEED));
    var other = sendMany(new FaultyPath(Faults.everything(), SEED + 1));

    assertThat(described(one)).isEqualTo(described(same)).isNotEqualTo(described(other));
  }

  @Test
  void changesItsConditionOnTheWay() {
    var path = new FaultyPath(Faults.loss(1), SEED);
    assertThat(path.send(datagram(0), 0)).isEmpty();

    path.become(Faults.perfect());

    assertThat(path.send(datagram(1), 1)).hasSize(1);
  }

  @Test
  void passesAnEmptyDatagramWhoseBytesCannotBeSpoiled() {
    var faults = Faults.perfect().with(Fault.CORRUPTION, 1).with(Fault.TRUNCATION, 1);

    var arrivals = new FaultyPath(faults, SEED).send(new byte[0], 0);

    assertThat(arrivals.getFirst().bytes()).isEmpty();
  }

  @Test
  void refusesConditionsThatCannotBe() {
    assertThatThrownBy(() -> Faults.loss(1.01)).hasMessage("LOSS of 1.01 (expected 0..1)");
    assertThatThrownBy(() -> Faults.loss(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Faults.perfect().with(Fault.BLACK_OUT, 0.1))
        .hasMessage("black-outs come by the time, not by a share");
    assertThatThrownBy(() -> new Faults.BlackOuts(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .hasMessageContaining("length <= every");
  }

  /// One each millisecond.
  private static List<List<Delivery>> sendMany(FaultyPath path) {
    var arrivals = new ArrayList<List<Delivery>>();
    for (var i = 0; i < MANY; i++) {
      arrivals.add(path.send(datagram(i), i * 1_000_000L));
    }
    return arrivals;
  }

  private static byte[] datagram(int number) {
    var bytes = new byte[100];
    Arrays.fill(bytes, (byte) number);
    return bytes;
  }

  private static int difference(byte[] one, byte[] other) {
    var bits = 0;
    for (var i = 0; i < one.length; i++) {
      bits += Integer.bitCount((one[i] ^ other[i]) & 0xff);
    }
    return bits;
  }

  private static List<String> described(List<List<Delivery>> all) {
    return all.stream()
        .map(it -> it.stream().map(d -> d.delayNanos() + Arrays.toString(d.bytes())).toList())
        .map(List::toString)
        .toList();
  }
}
