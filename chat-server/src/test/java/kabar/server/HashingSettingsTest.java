package kabar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import kabar.api.Settings;
import kabar.api.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashingSettingsTest {
  private static final int A_QUARTER_GIB = 256 * 1024;

  @ParameterizedTest
  @CsvSource({"1, 256, 1", "2, 256, 1", "4, 256, 3", "64, 256, 3", "64, 4096, 53", "8, 32, 1"})
  void leaveACoreFreeAndTakeAQuarterOfTheHeapAtMost(int cores, int heapMib, int threads) {
    var settings = HashingSettings.from(Settings.none(), cores, heapMib * 1024);

    assertThat(settings.threads()).isEqualTo(threads);
    assertThat(settings.cost()).isEqualTo(Argon2Cost.OWASP);
  }

  @Test
  void refuseMoreThreadsThanTheHeapHasRoomFor() {
    assertThatThrownBy(() -> read(Map.of("threads", "4")))
        .isInstanceOf(SettingsException.class)
        .hasMessage("passwords.threads: cannot use '4' (expected a whole number, 1..3)");
  }

  @Test
  void refuseHashesThatAreTooCheapOrTooLarge() {
    assertThatThrownBy(() -> read(Map.of("memory-kib", "7167")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("expected a whole number, 7168..65536");
    assertThatThrownBy(() -> read(Map.of("memory-kib", "65537")))
        .isInstanceOf(SettingsException.class);
  }

  private static HashingSettings read(Map<String, String> values) {
    return HashingSettings.from(Settings.of("passwords", values), 8, A_QUARTER_GIB);
  }
}
