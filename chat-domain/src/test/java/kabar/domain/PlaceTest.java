package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
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
  void isTheSameHostHoweverItsAddressIsWritten() throws UnknownHostException {
    var mapped = InetAddress.ofLiteral("192.0.2.7").getAddress();
    var bytes = new byte[16];
    Arrays.fill(bytes, 10, 12, (byte) 0xff);
    System.arraycopy(mapped, 0, bytes, 12, 4);
    var written = new InetSocketAddress(Inet6Address.getByAddress("", bytes, 1), 4711);

    assertThat(Place.host(written)).isEqualTo("192.0.2.7");
    assertThat(Place.of(written)).isEqualTo(new Place("192.0.2.7"));
    assertThat(Place.host(socket("2001:db8::7"))).isEqualTo("2001:db8:0:0:0:0:0:7");
    assertThat(Place.host(socket("fe80::7%1"))).isEqualTo("fe80:0:0:0:0:0:0:7");
    assertThat(Place.host(UnixDomainSocketAddress.of("/run/kabar"))).isEqualTo("/run/kabar");
  }

  @Test
  void showsAnAddressWithoutItsPort() {
    assertThat(Place.text(socket("192.0.2.7"))).isEqualTo("192.0.2.7");
  }

  private static SocketAddress socket(String address) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), 4711);
  }
}
