package kabar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import kabar.api.SettingsException;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

  @Test
  void sortsKeysIntoTheSectionBeforeTheirLastDot() {
    var configuration =
        new Configuration(Map.of("limits.connections", "7", "transport.tcp.loops", "2"));

    assertThat(configuration.section("limits").integer("connections", 1, 1, 10)).isEqualTo(7);
    assertThat(configuration.section("transport.tcp").integer("loops", 1, 1, 10)).isEqualTo(2);
    assertThat(configuration.section("stop").text("grace", "none")).isEqualTo("none");
  }

  @Test
  void refusesAKeyWithoutASection() {
    assertThatThrownBy(() -> new Configuration(Map.of("connections", "7")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("'connections'")
        .hasMessageContaining("SECTION.KEY=VALUE");
  }

  @Test
  void refusesASectionThatNobodyReads() {
    var configuration = new Configuration(Map.of("transport.tpc.loops", "2"));

    assertThatThrownBy(() -> configuration.rejectSectionsBut(List.of("transport.tcp", "limits")))
        .isInstanceOf(SettingsException.class)
        .hasMessage("transport.tpc: there are no such settings (there are: limits, transport.tcp)");
  }
}
