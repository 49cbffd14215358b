package kabar.api.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import kabar.api.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternetAddressTest {

  @Test
  void readsHostAndPort() {
    assertThat(InternetAddress.parse("tcp", URI.create("tcp://localhost:8889")))
        .isEqualTo(new InternetAddress("tcp", "localhost", 8889));
    assertThat(InternetAddress.parse("tcp", URI.create("tcp://[::1]:0")))
        .isEqualTo(new InternetAddress("tcp", "::1", 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp://localhost",
        "tcp://localhost:65536",
        "tcp://:8889",
        "tcp:8889",
        "udp://localhost:8889",
        "tcp://messi@localhost:8889",
        "tcp://localhost:8889/path",
        "tcp://localhost:8889?loops=2",
        "tcp://localhost:8889#top"
      })
  void refusesWhateverIsNotHostAndPort(String url) {
    assertThatThrownBy(() -> InternetAddress.parse("tcp", URI.create(url)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("'" + url + "'")
        .hasMessageContaining("tcp://HOST:PORT");
  }

  @Test
  void writesAnIpv6AddressInBrackets() {
    assertThat(new InternetAddress("tcp", "::1", 0).withPort(8889))
        .isEqualTo(URI.create("tcp://[::1]:8889"));
  }

  @Test
  void takesLocalhostForTheLoopbackAddressesOnly() throws IOException {
    var resolved = new InternetAddress("tcp", "localhost", 8889).resolve();

    assertThat(resolved)
        .isNotEmpty()
        .allMatch(address -> address.getAddress().isLoopbackAddress())
        .contains(new InetSocketAddress(InetAddress.getLoopbackAddress(), 8889));
  }
}
