package kabar.testkit.transport;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import kabar.api.transport.Listener;
import kabar.api.transport.TransportProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every transport promises: one test for each sentence behind a dash in the Javadoc of
/// {@link kabar.api.transport}, grouped by the type that promises it. A transport runs it as a
/// subclass that says where to get one.
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class TransportContract {
  private @Nullable Bench bench;

  /// The provider to be tested.
  protected abstract TransportProvider provider();

  /// A free address that only this machine reaches: with port 0 where the transport has ports,
  /// otherwise a new one at each call.
  protected abstract URI anyAddress();

  /// A new peer beneath the SPI, connected to the listener.
  protected abstract RawPeer rawPeer(Listener listener) throws IOException;

  /// Whether the wire tells a peer that has vanished from one that has ended its output. Where it
  /// does not, as on a Unix-domain socket, the end is received as the end of input, and the
  /// connection is lost as soon as something is offered.
  protected boolean tellsResets() {
    return true;
  }

  /// Settings that the provider needs beside those of the tests; none unless overridden.
  protected Map<String, String> settings() {
    return Map.of();
  }

  @AfterEach
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  final void closeAll() {
    bench().closeAll();
  }

  private Bench bench() {
    if (bench == null) {
      bench = new Bench(this);
    }
    return bench;
  }

  @Nested
  @DisplayName("TransportProvider")
  class OfTransportProvider extends TransportProviderPromises {
    OfTransportProvider() {
      super(TransportContract.this.bench());
    }
  }

  @Nested
  @DisplayName("Transport")
  class OfTransport extends TransportPromises {
    OfTransport() {
      super(TransportContract.this.bench());
    }
  }

  @Nested
  @DisplayName("Listener")
  class OfListener extends ListenerPromises {
    OfListener() {
      super(TransportContract.this.bench());
    }
  }

  @Nested
  @DisplayName("ConnectionHandler")
  class OfConnectionHandler extends ConnectionHandlerPromises {
    OfConnectionHandler() {
      super(TransportContract.this.bench());
    }
  }

  @Nested
  @DisplayName("Receiver")
  class OfReceiver extends ReceiverPromises {
    OfReceiver() {
      super(TransportContract.this.bench());
    }
  }

  @Nested
  @DisplayName("Connection")
  class OfConnection extends ConnectionPromises {
    OfConnection() {
      super(TransportContract.this.bench());
    }
  }
}
