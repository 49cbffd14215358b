package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeparturesTest {
  private final Departures departures = new Departures(7, 2);

  @Test
  void tellWhenSomebodyLeft() {
    departures.left("messi", 10);
    departures.left("messi", 20);

    assertThat(departures.sinceMillis("messi")).isEqualTo(20);
  }

  @Test
  void tellTheStartForWhoeverWasNotThere() {
    departures.left("messi", 10);
    departures.returned("messi");

    assertThat(departures.sinceMillis("messi")).isEqualTo(7);
    assertThat(departures.sinceMillis("henderson")).isEqualTo(7);
  }

  @Test
  void forgetThoseWhoLeftLongestAgo() {
    departures.left("messi", 10);
    departures.left("henderson", 20);
    departures.left("messi", 30);
    departures.left("lineker", 40);

    assertThat(departures.sinceMillis("messi")).isEqualTo(30);
    assertThat(departures.sinceMillis("henderson")).isEqualTo(7);
    assertThat(departures.sinceMillis("lineker")).isEqualTo(40);
  }
}
