package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import kabar.api.Settings;
import kabar.api.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceTest {

  @Test
  void isAMinuteUntilAPingAndTwoAndAHalfUntilTheEndWhereNothingIsSet() {
    assertThat(Silence.from(Settings.none()))
        .isEqualTo(new Silence(Duration.ofSeconds(60), Duration.ofSeconds(150)));
  }

  @ParameterizedTest
  @CsvSource({
    "1500ms, 5m, 'limits.ping: cannot use ''1500ms'' (expected whole seconds, such as 90s or 5m)'",
    "30s, never, 'limits.idle: cannot use ''never'' (expected whole seconds, such as 90s or 5m)'",
    "60s, 60s, 'limits.idle: cannot use ''1m'' (expected more than limits.ping, which is 1m)'",
  })
  void refusesWhatCannotBe(String ping, String idle, String message) {
    var settings = Settings.of("limits", Map.of("ping", ping, "idle", idle));

    assertThatThrownBy(() -> Silence.from(settings))
        .isInstanceOf(SettingsException.class)
        .hasMessage(message);
  }
}
