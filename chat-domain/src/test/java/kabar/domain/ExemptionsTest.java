package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Map;
import kabar.api.Settings;
import kabar.api.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExemptionsTest {

  @ParameterizedTest
  @CsvSource({
    "loopback, 127.0.0.1, true",
    "loopback, ::1, true",
    "loopback, 192.0.2.7, false",
    "none, 127.0.0.1, false",
    "'', 127.0.0.1, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "192.0.2.0/25, 192.0.2.127, true",
    "192.0.2.0/25, 192.0.2.128, false",
    "0.0.0.0/0, 203.0.113.1, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "'loopback, 192.0.2.7', 192.0.2.7, true",
  })
  void containWhatWasWritten(String setting, String address, boolean isExempt) {
    var socket = new InetSocketAddress(InetAddress.ofLiteral(address), 4711);

    assertThat(read(setting).contains(socket)).isEqualTo(isExempt);
  }

  @Test
  void takeAnAddressWithoutAnIpForOneOfThisMachine() {
    var address = UnixDomainSocketAddress.of("");

    assertThat(read("loopback").contains(address)).isTrue();
    assertThat(read("none").contains(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "192.0.2.0/33", "192.0.2.0/-1", "192.0.2.0/x", "a,b", ","})
  void refuseAnythingElse(String setting) {
    assertThatThrownBy(() -> read(setting))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("limits.exempt: cannot use '")
        .hasMessageContaining("loopback, addresses and networks such as 192.0.2.0/24, or none");
  }

  private static Exemptions read(String setting) {
    return Settings.of("limits", Map.of("exempt", setting)).get(Exemptions.OPTION);
  }
}
