package kabar.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CongestionTest {
  private final Congestion congestion = new Congestion();

  @Test
  void beginsWithTenAndDoublesUpToThirtyTwo() {
    assertThat(congestion.limit()).isEqualTo(10);

    acknowledge(10);
    assertThat(congestion.limit()).isEqualTo(20);
    acknowledge(100);
    assertThat(congestion.limit()).isEqualTo(32);
  }

  @Test
  void halvesOncePerRoundTripAndThenGrowsByOne() {
    acknowledge(22);

    congestion.lost(40, 60);
    congestion.lost(41, 60);
    congestion.lost(60, 61);
    assertThat(congestion.limit()).isEqualTo(16);

    acknowledge(17);
    assertThat(congestion.limit()).isEqualTo(17);
    congestion.lost(61, 70);
    assertThat(congestion.limit()).isEqualTo(8);
  }

  @Test
  void letsFourPacketsGoHoweverMuchIsLost() {
    for (int i = 1; i < 100; i++) {
      congestion.lost(i, i);
    }

    assertThat(congestion.limit()).isEqualTo(4);
  }

  private void acknowledge(int count) {
    for (int i = 0; i < count; i++) {
      congestion.acknowledged();
    }
  }
}
