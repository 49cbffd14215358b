package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import kabar.api.Settings;
import kabar.api.SettingsException;
import kabar.domain.RegistrationRules.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatRulesTest {

  @Test
  void areTheseWhereNothingIsSet() {
    var rules = ChatRules.withDefaults(false);

    assertThat(rules.sessions())
        .isEqualTo(new SessionRules(Duration.ofDays(30), Duration.ofDays(365), 64));
    assertThat(rules.registration())
        .isEqualTo(new RegistrationRules(Policy.INVITE, Duration.ofDays(7)));
    assertThat(rules.retention()).isEqualTo(new RetentionRule(Duration.ZERO));
  }

  @Test
  void areReadFromSettings() {
    assertThat(read(SessionRules::from, "idle", "12h").idle()).isEqualTo(Duration.ofHours(12));
    assertThat(read(RegistrationRules::from, "policy", "closed").policy()).isEqualTo(Policy.CLOSED);
    assertThat(read(RetentionRule::from, "messages", "30d").messages())
        .isEqualTo(Duration.ofDays(30));
    assertThat(read(RetentionRule::from, "messages", "off").messages()).isZero();
    assertThat(read(MessageRate::from, "messages", "off").perSecond()).isZero();
    assertThat(read(MessageRate::from, "messages", "7")).isEqualTo(new MessageRate(7, 20));
  }

  @ParameterizedTest
  @CsvSource({"29d", "on", "''"})
  void keepMessagesForThirtyDaysAtLeast(String value) {
    assertRefused(
        RetentionRule::from,
        value,
        "messages: cannot use '%s' (expected off, or a duration of 30d or more: keys live as long)"
            .formatted(value));
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "10001", "99999", "on", "''"})
  void takeARateOrOff(String value) {
    assertRefused(
        MessageRate::from,
        value,
        "messages: cannot use '%s' (expected messages a second, 1..10000, or off)"
            .formatted(value));
  }

  @Test
  void takeOneOfThreePolicies() {
    assertThatThrownBy(() -> read(RegistrationRules::from, "policy", "Open"))
        .isInstanceOf(SettingsException.class)
        .hasMessage("test.policy: cannot use 'Open' (expected open, invite or closed)");
  }

  private static void assertRefused(Function<Settings, ?> reader, String value, String message) {
    assertThatThrownBy(() -> read(reader, "messages", value))
        .isInstanceOf(SettingsException.class)
        .hasMessage("test." + message);
  }

  private static <T> T read(Function<Settings, T> reader, String key, String value) {
    return reader.apply(Settings.of("test", Map.of(key, value)));
  }
}
