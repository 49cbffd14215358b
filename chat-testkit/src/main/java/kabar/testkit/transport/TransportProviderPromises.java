package kabar.testkit.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import kabar.api.Settings;
import kabar.api.SettingsException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class TransportProviderPromises {
  private final Bench bench;

  TransportProviderPromises(Bench bench) {
    this.bench = bench;
  }

  @Test
  @DisplayName("Creating a transport opens nothing.")
  void createsWithoutOpening() throws IOException {
    bench.transport();
    long before = Resources.inUse();

    for (int i = 0; i < 100; i++) {
      bench.anotherTransport();
    }

    assertThat(Resources.inUse() - before).isLessThan(100);
  }

  @Test
  @DisplayName("A setting that the provider does not know is refused.")
  void refusesUnknownSettings() {
    var settings = Settings.of("transport.here", Map.of("no-such-setting", "1"));

    assertThatThrownBy(() -> bench.provider().create(settings))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("transport.here.no-such-setting");
  }

  @Test
  @DisplayName("An option that the provider lists is accepted with its default.")
  void acceptsDefaults() {
    for (var option : bench.provider().options()) {
      var settings = Settings.of("", Map.of(option.key(), option.fallbackText()));

      assertThatCode(() -> bench.provider().create(settings).close()).doesNotThrowAnyException();
    }
  }

  @Test
  @DisplayName("A value that is not of the form of its option is refused.")
  void refusesOtherForms() {
    var wrong = "neither a number nor a word of any use";
    for (var option : bench.provider().options()) {
      if (option.form().read(wrong).isEmpty()) {
        var settings = Settings.of("transport.here", Map.of(option.key(), wrong));

        assertThatThrownBy(() -> bench.provider().create(settings))
            .isInstanceOf(SettingsException.class)
            .hasMessageContaining("transport.here." + option.key());
      }
    }
  }

  @Test
  @DisplayName("A URL that only this machine can reach is told to be local, another is not.")
  void tellsLocalUrls() {
    var elsewhere = URI.create(bench.provider().name() + "://192.0.2.1:1");

    assertThat(bench.provider().isLocal(bench.anyAddress())).isTrue();
    assertThat(bench.provider().isLocal(elsewhere)).isFalse();
  }
}
