package example.transport.unix;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import kabar.api.transport.Listener;
import kabar.api.transport.TransportProvider;
import kabar.testkit.transport.RawPeer;
import kabar.testkit.transport.TransportContract;
import org.junit.jupiter.api.io.TempDir;

/// All that Kabar asks of a transport.
class UnixTransportTest extends TransportContract {
  @TempDir Path folder;
  private int sockets;

  @Override
  protected TransportProvider provider() {
    return new UnixTransportProvider();
  }

  @Override
  protected URI anyAddress() {
    return URI.create("unix://" + folder.resolve("socket-" + sockets++));
  }

  @Override
  protected RawPeer rawPeer(Listener listener) throws IOException {
    return new UnixPeer(Path.of(listener.address().getPath()));
  }

  /// A peer that was killed looks like one that has said all.
  @Override
  protected boolean tellsResets() {
    return false;
  }
}
