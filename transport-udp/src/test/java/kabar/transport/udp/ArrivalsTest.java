package kabar.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

  @Test
  void tellsOfTheSixtyFourBeforeTheLargestAsASetWould() {
    var random = new Random(1);
    for (int round = 0; round < 200; round++) {
      var arrivals = new Arrivals();
      var all = new HashSet<Long>();
      long top = 0;
      for (int i = 0; i < 300; i++) {
        long number = Math.max(1, top + random.nextInt(90) - 70);
        var isNew = number > top || (top - number <= Ack.SPAN && !all.contains(number));
        assertThat(arrivals.isNew(number)).isEqualTo(isNew);
        if (isNew) {
          assertThat(arrivals.add(number)).isEqualTo(number > top);
          all.add(number);
          top = Math.max(top, number);
        }
        assertAcknowledged(arrivals, all, top);
      }
    }
  }

  @Test
  void survivesALeapOverMoreThanItTellsOf() {
    var arrivals = new Arrivals();
    arrivals.add(1);
    arrivals.add(65);
    assertThat(new Ack(arrivals.largest(), arrivals.mask(), 0, 0).covers(1)).isTrue();

    arrivals.add(1_000);

    assertThat(arrivals.mask()).isZero();
    assertThat(arrivals.isNew(65)).isFalse();
    assertThat(arrivals.isNew(936)).isTrue();
  }

  private static void assertAcknowledged(Arrivals arrivals, Set<Long> all, long top) {
    var ack = new Ack(arrivals.largest(), arrivals.mask(), 0, 0);
    assertThat(ack.largest()).isEqualTo(top);
    for (long number = Math.max(1, top - Ack.SPAN - 5); number <= top + 2; number++) {
      var isTold = all.contains(number) && top - number <= Ack.SPAN;
      assertThat(ack.covers(number)).as("%d of %d", number, top).isEqualTo(isTold);
    }
  }
}
