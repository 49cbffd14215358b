package example.transport.unix;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import kabar.api.Settings;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.testkit.transport.Reaction;
import kabar.testkit.transport.RecordingHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the contract cannot know to be difficult here.
final class UnixConnectionTest {
  private static final int MOMENT_NANOS = 50_000_000;

  @TempDir Path folder;

  @Test
  void endsWhenItIsClosedWhileItsWriterWaitsForTheReceiver() throws Exception {
    var socket = folder.resolve("socket");
    var servers = new RecordingHandler(Reaction.on("bye\n", UnixConnectionTest::closeSlowly));
    try (var transport = new UnixTransportProvider().create(Settings.none());
        var _ = transport.listen(URI.create("unix://" + socket), servers)) {
      try (var peer = new UnixPeer(socket)) {
        peer.send("bye\n".getBytes(US_ASCII));
        assertThat(peer.receiveAll()).isEqualTo("bye\n".getBytes(US_ASCII));
      }

      assertThat(servers.next().awaitClosed()).isEqualTo(CloseCause.CLOSED);
    }
  }

  /// The writer is woken by the offer, and has to wait for the end of this call.
  private static void closeSlowly(Connection connection) {
    connection.offer("bye\n".getBytes(US_ASCII));
    LockSupport.parkNanos(MOMENT_NANOS);
    connection.close();
  }
}
