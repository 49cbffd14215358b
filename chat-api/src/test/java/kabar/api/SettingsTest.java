package kabar.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
  private static final Option<Integer> CUPS =
      Option.of("cups", Form.wholeNumber(1, 9), 3, "How many");
  private static final Option<Boolean> SUGAR = Option.of("sugar", Form.flag(), true, "Whether");
  private static final Option<String> BREW_TIME =
      Option.of("brew-time", Form.text("a while"), "long", "How long");

  private static Settings settings(String key, String value) {
    return Settings.of("tea", Map.of(key, value));
  }

  @Nested
  final class Values {

    @Test
    void areTheDefaultWhereNothingIsSet() {
      assertThat(Settings.none().get(CUPS)).isEqualTo(3);
      assertThat(settings("cups", "4").get(SUGAR)).isTrue();
    }

    @Test
    void areReadInTheFormOfTheOption() {
      assertThat(settings("cups", "4").get(CUPS)).isEqualTo(4);
      assertThat(settings("brew-time", " 3 ").get(BREW_TIME)).isEqualTo(" 3 ");
    }

    @Test
    void areRefusedInAnyOtherForm() {
      var settings = settings("cups", "ten");

      assertThatThrownBy(() -> settings.get(CUPS))
          .isInstanceOf(SettingsException.class)
          .hasMessage("tea.cups: cannot use 'ten' (expected a whole number, 1..9)");
    }

    @Test
    void areNotShownIfSecret() {
      var settings = settings("cups", "ten");

      assertThatThrownBy(() -> settings.get(CUPS.secret()))
          .hasMessage("tea.cups: cannot use '(hidden)' (expected a whole number, 1..9)");
    }
  }

  @Nested
  final class Options {

    @Test
    void tellTheRuleBehindADefaultOfTheMachine() {
      var option = CUPS.orElse(5, "one a guest");

      assertThat(Settings.none().get(option)).isEqualTo(5);
      assertThat(option.fallbackText()).isEqualTo("5");
      assertThat(option.fallbackRule()).isEqualTo("one a guest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Cups", "a.b", "-a", "a-", "a--b", "a b", "1a"})
    void haveKeysOfWordsAndDashes(String key) {
      assertThatThrownBy(() -> Option.of(key, Form.flag(), true, ""))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + key + "'");
    }
  }

  @Nested
  final class UnknownKeys {

    @Test
    void arePassedOverUntilAllKeysWereAskedFor() {
      var settings = settings("cups", "4");

      assertThat(settings.get(CUPS)).isEqualTo(4);

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
      settings.get(CUPS);
      settings.get(SUGAR);
      settings.get(BREW_TIME);
    }
  }
}
