package kabar.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RepeatsTest {

  @Test
  void areReadWhereLinuxCountsSegments() throws Exception {
    var snmp =
        """
        Ip: Forwarding DefaultTTL
        Ip: 1 64
        Tcp: RtoAlgorithm OutSegs RetransSegs InErrs
        Tcp: 1 300 42 0
        """;

    assertThat(Repeats.inSnmp(snmp)).isEqualTo(42);
  }

  @Test
  void areMissedWhereNobodyCountsThem() {
    assertThatThrownBy(() -> Repeats.inSnmp("Tcp: OutSegs\nTcp: 1\n"))
        .hasMessageContaining("no RetransSegs");
  }

  @Test
  void ofAServerAreThoseOfAllItsListeners() {
    var metrics =
        """
        # TYPE kabar_transport_packets_retransmitted counter
        kabar_transport_packets_out_of_order{listener="udp://127.0.0.1:1"} 9.0
        kabar_transport_packets_retransmitted{listener="udp://127.0.0.1:1"} 3.0
        kabar_transport_packets_retransmitted{listener="udp://127.0.0.1:2"} 4.0
        """;

    assertThat(Repeats.inMetrics(metrics)).isEqualTo(7);
  }
}
