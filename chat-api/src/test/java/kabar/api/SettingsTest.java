package kabar.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {

  private static Settings settings(String key, String value) {
    return Settings.of("tea", Map.of(key, value));
  }

  @Nested
  final class Values {

    @Test
    void areTheFallbackWhereNothingIsSet() {
      var settings = Settings.none();

      assertThat(settings.text("sort", "green")).isEqualTo("green");
      assertThat(settings.integer("cups", 3, 1, 9)).isEqualTo(3);
      assertThat(settings.flag("sugar", true)).isTrue();
      assertThat(settings.duration("brew", Duration.ofMinutes(3))).hasMinutes(3);
    }

    @Test
    void areTextAsItIsWritten() {
      assertThat(settings("sort", " Green ").text("sort", "black")).isEqualTo(" Green ");
      assertThat(settings("sort", "").text("sort", "black")).isEmpty();
    }

    @Test
    void areFlags() {
      assertThat(settings("sugar", "true").flag("sugar", false)).isTrue();
      assertThat(settings("sugar", "false").flag("sugar", true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "TRUE", "1", "true "})
    void areNoOtherFlags(String value) {
      var settings = settings("sugar", value);

      assertThatThrownBy(() -> settings.flag("sugar", true))
          .isInstanceOf(SettingsException.class)
          .hasMessage("tea.sugar: cannot use '%s' (expected true or false)", value);
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, -1, 0, 8, 9})
    void areWholeNumbersWithinTheirBounds(int value) {
      assertThat(settings("cups", "" + value).integer("cups", 3, -2, 9)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-3", "10", "three", "3.0", " 3", "0x3", "99999999999"})
    void areNoOtherNumbers(String value) {
      var settings = settings("cups", value);

      assertThatThrownBy(() -> settings.integer("cups", 3, -2, 9))
          .isInstanceOf(SettingsException.class)
          .hasMessage("tea.cups: cannot use '%s' (expected a whole number, -2..9)", value);
    }

    @ParameterizedTest
    @CsvSource({
      "1ms,PT0.001S",
      "250ms,PT0.25S",
      "20s,PT20S",
      "5m,PT5M",
      "2h,PT2H",
      "30d,PT720H",
      "36500d,PT876000H"
    })
    void areDurations(String value, Duration expected) {
      assertThat(settings("brew", value).duration("brew", Duration.ZERO)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "m", "-5m", "5 m", "5M", "1.5h", "1h30m", "5w", "1234567890s"})
    void areNoOtherDurations(String value) {
      var settings = settings("brew", value);

      assertThatThrownBy(() -> settings.duration("brew", Duration.ofMinutes(3)))
          .isInstanceOf(SettingsException.class)
          .hasMessageStartingWith("tea.brew: cannot use '%s' (expected a duration such", value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "000d", "36501d", "999999999d", "876001h"})
    void areNoDurationsThatCannotBeWaitedFor(String value) {
      var settings = settings("brew", value);

      assertThatThrownBy(() -> settings.duration("brew", Duration.ofMinutes(3)))
          .isInstanceOf(SettingsException.class)
          .hasMessage("tea.brew: cannot use '%s' (expected a duration from 1ms to 36500d)", value);
    }
  }

  @Nested
  final class UnknownKeys {

    @Test
    void arePassedOverUntilAllKeysWereAskedFor() {
      var settings = settings("cups", "4");

      assertThat(settings.integer("cups", 3, 1, 9)).isEqualTo(4);

      settings.rejectUnknown();
    }

    @Test
    void areRefusedWithTheNearestKey() {
      var settings = settings("brew-tmie", "3m");
      askForAll(settings);

      assertThatThrownBy(settings::rejectUnknown)
          .isInstanceOf(SettingsException.class)
          .hasMessage("tea.brew-tmie: unknown setting (did you mean tea.brew-time?)");
    }

    @Test
    void areRefusedWithAllKeysIfNoneIsNear() {
      var settings = settings("milk-and-honey", "1");
      askForAll(settings);

      assertThatThrownBy(settings::rejectUnknown)
          .hasMessage("tea.milk-and-honey: unknown setting (known: brew-time, cups, sugar)");
    }

    @Test
    void areRefusedWhereNoKeyIsKnown() {
      assertThatThrownBy(settings("cups", "1")::rejectUnknown)
          .hasMessage("tea.cups: unknown setting (none are known here)");
    }

    @Test
    void areNamedWithoutAPrefixIfThereIsNone() {
      var settings = Settings.of("", Map.of("cup", "1"));
      askForAll(settings);

      assertThatThrownBy(settings::rejectUnknown)
          .hasMessage("cup: unknown setting (did you mean cups?)");
    }

    @Test
    void areNamedOneAtATimeInTheirOrder() {
      var settings = Settings.of("tea", Map.of("zzz", "1", "aaa", "1", "cups", "1"));
      askForAll(settings);

      assertThatThrownBy(settings::rejectUnknown)
          .hasMessageStartingWith("tea.aaa: unknown setting");
    }

    private static void askForAll(Settings settings) {
      settings.text("cups", "1");
      settings.text("sugar", "1");
      settings.text("brew-time", "1");
    }
  }
}
