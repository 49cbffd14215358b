package kabar.transport.tcp;

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

class TcpAddressTest {

  @Test
  void readsHostAndPort() {
    assertThat(TcpAddress.parse(URI.create("tcp://localhost:8889")))
        .isEqualTo(new TcpAddress("localhost", 8889));
    assertThat(TcpAddress.parse(URI.create("tcp://[::1]:0"))).isEqualTo(new TcpAddress("::1", 0));
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
    assertThatThrownBy(() -> TcpAddress.parse(URI.create(url)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("'" + url + "'")
        .hasMessageContaining("tcp://HOST:PORT");
  }

  @Test
  void writesAnIpv6AddressInBrackets() {
    assertThat(new TcpAddress("::1", 0).withPort(8889)).isEqualTo(URI.create("tcp://[::1]:8889"));
  }

  @Test
  void takesLocalhostForTheLoopbackAddressesOnly() throws IOException {
    var resolved = new TcpAddress("localhost", 8889).resolve();

    assertThat(resolved)
        .isNotEmpty()
        .allMatch(address -> address.getAddress().isLoopbackAddress())
        .contains(new InetSocketAddress(InetAddress.getLoopbackAddress(), 8889));
  }
}
