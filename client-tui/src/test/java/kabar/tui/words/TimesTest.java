package kabar.tui.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class TimesTest {
  private final Times english =
      new Times(new Sentences(Language.ENGLISH), ZoneId.of("Asia/Jakarta"));
  private final Times indonesian =
      new Times(new Sentences(Language.INDONESIAN), ZoneId.of("Asia/Jakarta"));

  @Test
  void saysADayInEachLanguage() {
    var date = LocalDate.of(2026, 8, 17);

    assertThat(english.day(date)).isEqualTo("Mon 17 Aug 2026");
    assertThat(indonesian.day(date)).isEqualTo("Sen 17 Agu 2026");
    assertThat(indonesian.day(LocalDate.of(2025, 12, 28))).isEqualTo("Min 28 Des 2025");
  }

  @Test
  void readsTheClockOfTheZone() {
    assertThat(english.clock(Instant.parse("2025-11-19T01:20:00Z"))).isEqualTo("08:20");
  }

  @Test
  void saysTheDayOnlyIfItIsAnother() {
    var at = Instant.parse("2025-11-18T16:59:00Z");

    assertThat(english.clockOrDay(at, at.minusSeconds(60))).isEqualTo("23:59");
    assertThat(english.clockOrDay(at, at.plusSeconds(60))).isEqualTo("Tue 18 Nov 2025 23:59");
  }

  @Test
  void saysHowLongInTheLargestUnit() {
    assertThat(english.roughly(Duration.ofSeconds(59))).isEqualTo("1 m");
    assertThat(english.roughly(Duration.ofMinutes(7))).isEqualTo("7 m");
    assertThat(indonesian.roughly(Duration.ofMinutes(125))).isEqualTo("2 j");
    assertThat(indonesian.roughly(Duration.ofHours(80))).isEqualTo("3 h");
  }

  @Test
  void countsUp() {
    assertThat(english.elapsed(Duration.ofSeconds(42))).isEqualTo("00:42");
    assertThat(english.elapsed(Duration.ofSeconds(7242))).isEqualTo("2:00:42");
    assertThat(english.elapsed(Duration.ofSeconds(-1))).isEqualTo("00:00");
  }
}
