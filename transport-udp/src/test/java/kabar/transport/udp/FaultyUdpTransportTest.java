package kabar.transport.udp;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kabar.api.Option;
import kabar.api.Settings;
import kabar.api.transport.Listener;
import kabar.api.transport.Transport;
import kabar.api.transport.TransportProvider;
import kabar.testkit.network.Fault;
import kabar.testkit.network.Faults;
import kabar.testkit.transport.RawPeer;
import kabar.testkit.transport.TransportContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/// The contract of all transports over networks with faults, on real sockets and in time that
/// passes ten times faster.
class FaultyUdpTransportTest {

  @Nested
  @DisplayName("Loss of 1 %")
  class LightLoss extends Conditions {
    LightLoss() {
      super(Faults.loss(0.01));
    }
  }

  @Nested
  @DisplayName("Loss of 5 %")
  class Loss extends Conditions {
    Loss() {
      super(Faults.loss(0.05));
    }
  }

  @Nested
  @DisplayName("Loss of 20 %")
  class HeavyLoss extends Conditions {
    HeavyLoss() {
      super(Faults.loss(0.20));
    }
  }

  @Nested
  @DisplayName("Reordering and duplication")
  class Disorder extends Conditions {
    Disorder() {
      super(Faults.reordering().with(Fault.DUPLICATION, 0.2));
    }
  }

  @Nested
  @DisplayName("Damage")
  class Damage extends Conditions {
    Damage() {
      super(Faults.corrupting().with(Fault.TRUNCATION, 0.1));
    }
  }

  @Nested
  @DisplayName("Black-outs")
  class BlackOuts extends Conditions {
    BlackOuts() {
      super(Faults.blackouts());
    }
  }

  /// The contract under one condition.
  abstract static class Conditions extends TransportContract {
    private final Faults faults;
    private final List<FaultyNetwork> networks = new ArrayList<>();

    Conditions(Faults faults) {
      this.faults = faults;
    }

    @Override
    protected TransportProvider provider() {
      return new FaultyProvider();
    }

    @Override
    protected URI anyAddress() {
      return URI.create("udp://127.0.0.1:0");
    }

    @Override
    protected RawPeer rawPeer(Listener listener) throws IOException {
      return DatagramPeer.of(listener, FaultyNetwork.LAPSE);
    }

    @Override
    protected Map<String, String> settings() {
      return Map.of("connect-timeout", "100s", "close-timeout", "100s");
    }

    @AfterEach
    void closeNetworks() {
      networks.forEach(FaultyNetwork::close);
    }

    /// Provides `udp` over the faulty network.
    private final class FaultyProvider implements TransportProvider {

      @Override
      public String name() {
        return UdpTransportProvider.NAME;
      }

      @Override
      public List<Option<?>> options() {
        return UdpSettings.options();
      }

      @Override
      public Transport create(Settings settings) {
        var network = new FaultyNetwork(faults, 1);
        networks.add(network);
        return new UdpTransport(UdpSettings.from(settings), network);
      }
    }
  }
}
