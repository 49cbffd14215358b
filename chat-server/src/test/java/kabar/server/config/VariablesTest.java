package kabar.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import kabar.api.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VariablesTest {
  private static final List<String> KEYS =
      List.of("data", "demo", "limits.connections", "transport.tcp.max-queue-bytes");

  @Test
  void areNamedAfterTheirKeys() {
    var variables = new Variables(Map.of("KABAR_TRANSPORT_TCP_MAX_QUEUE_BYTES", "7"));

    assertThat(variables.value("transport.tcp.max-queue-bytes"))
        .hasValue(Written.plain("7", "KABAR_TRANSPORT_TCP_MAX_QUEUE_BYTES"));
    assertThat(variables.value("data")).isEmpty();
  }

  @Test
  void areNotSetWhereTheyAreEmpty() {
    var variables = new Variables(Map.of("KABAR_DATA", "", "KABAR_CONFIG", "", "KABAR_DATE", ""));

    assertThat(variables.value("data")).isEmpty();
    assertThat(variables.config()).isEmpty();
    assertThat(variables.leftAlone(KEYS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "KABAR_LIMITS_CONECTIONS,KABAR_LIMITS_CONNECTIONS",
    "KABAR_DATE,KABAR_DATA",
    "KABAR_CONFG,KABAR_CONFIG",
    "KABAR_JAVA_OPT,KABAR_JAVA_OPTS"
  })
  void areRefusedWhereTheyAreMisspelt(String found, String meant) {
    var variables = new Variables(Map.of(found, "x"));

    assertThatThrownBy(() -> variables.leftAlone(KEYS))
        .isInstanceOf(SettingsException.class)
        .hasMessage("%s: unknown variable (did you mean %s?)", found, meant);
  }

  @Test
  void areLeftAloneWhereTheyAreOfSomebodyElse() {
    var variables =
        new Variables(
            Map.of(
                "KABAR_PORT", "tcp://10.0.0.1:8889",
                "KABAR_SERVICE_HOST", "10.0.0.1",
                "KABAR_PORT_8889_TCP_PROTO", "tcp",
                "KABAR_DATA", "/srv",
                "KABAR_JAVA_OPTS", "-Xmx1g",
                "HOME", "/root"));

    assertThat(variables.leftAlone(KEYS))
        .containsExactly("KABAR_PORT", "KABAR_PORT_8889_TCP_PROTO", "KABAR_SERVICE_HOST");
  }

  @Test
  void areRefusedWhereTheyStandForTwoKeys() {
    var keys = List.of("transport.a-b.loops", "transport.a.b-loops");

    assertThat(new Variables(Map.of()).leftAlone(keys)).isEmpty();
    assertThatThrownBy(
            () -> new Variables(Map.of("KABAR_TRANSPORT_A_B_LOOPS", "1")).leftAlone(keys))
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll("KABAR_TRANSPORT_A_B_LOOPS", "more than one setting");
  }
}
