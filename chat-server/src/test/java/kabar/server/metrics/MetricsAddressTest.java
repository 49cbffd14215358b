package kabar.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kabar.api.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MetricsAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:9889", "localhost:9889", "[::1]:9889", "127.9.9.9:9889"})
  void takesAddressesOfThisMachineOnly(String text) {
    var socket = MetricsAddress.parse(text, false).socket();

    assertThat(socket.getAddress().isLoopbackAddress()).isTrue();
    assertThat(socket.getPort()).isEqualTo(9889);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0:9889", "[::]:9889", "192.0.2.1:9889"})
  void takesOthersWhereThatIsAllowed(String text) {
    assertThat(MetricsAddress.parse(text, true).socket().getPort()).isEqualTo(9889);
    assertThatThrownBy(() -> MetricsAddress.parse(text, false))
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll("'" + text + "'", "metrics.insecure=true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "9889", ":9889", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "::1:9889"})
  void refusesWhatIsNoAddress(String text) {
    assertThatThrownBy(() -> MetricsAddress.parse(text, true))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "metrics.address: cannot use '%s' (expected off, or HOST:PORT as 127.0.0.1:9889)"
                .formatted(text));
  }

  @Test
  void port0StandsForAnyThatIsFree() {
    assertThat(MetricsAddress.parse("127.0.0.1:0", false).socket().getPort()).isZero();
  }
}
