package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "2001:db8:0:1::7, 2001:db8:0:1::/64",
    "2001:db8:0:1:ffff::, 2001:db8:0:1::/64",
    "::ffff:192.0.2.7, 192.0.2.7",
    "::1, 0:0:0:0::/64",
  })
  void isAnAddressOrTheNetworkThatOnePersonHas(String address, String place) {
    assertThat(Place.of(socket(address))).isEqualTo(new Place(place));
  }

  @Test
  void ofAnotherKindOfAddressIsItsText() {
    var address = UnixDomainSocketAddress.of("/run/kabar.sock");

    assertThat(Place.of(address)).isEqualTo(new Place("/run/kabar.sock"));
    assertThat(Place.text(address)).isEqualTo("/run/kabar.sock");
  }

  @Test
  void showsAnAddressWithoutItsPort() {
    assertThat(Place.text(socket("192.0.2.7"))).isEqualTo("192.0.2.7");
  }

  private static SocketAddress socket(String address) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), 4711);
  }
}
