package kabar.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import kabar.api.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1677-09-21T00:12:43.145224192Z",
        "1969-12-31T23:59:59.999999999Z",
        "1970-01-01T00:00:00Z",
        "2026-02-03T04:05:06.789012345Z",
        "2262-04-11T23:47:16.854775807Z"
      })
  void keepsAMomentToTheNanosecond(String moment) {
    var instant = Instant.parse(moment);

    assertThat(Times.instant(Times.stored(instant))).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1677-09-21T00:12:43.145224191Z", "2262-04-11T23:47:16.854775808Z"})
  void refusesToStoreWhatIsOutOfRange(String moment) {
    assertThatThrownBy(() -> Times.stored(Instant.parse(moment)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot store the time " + moment);
  }

  @Test
  void comparesWithWhatIsOutOfRange() {
    assertThat(Times.bound(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
    assertThat(Times.bound(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
    assertThat(Times.bound(Instant.EPOCH)).isZero();
  }
}
