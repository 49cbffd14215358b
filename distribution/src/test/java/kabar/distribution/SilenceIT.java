package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Peers that say half of something, or nothing, where a first request may take a second.
final class SilenceIT {
  private static PackedServer server;

  @BeforeAll
  static void startServer(@TempDir Path temporary) throws Exception {
    server =
        PackedServer.demo(
            temporary.resolve("data"), "--set", "transport.tcp.first-payload-timeout=1s");
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Test
  void halfAFirstRequestIsNotWaitedForForEver() throws Exception {
    try (var half = server.connect()) {
      half.write("auth mes");

      half.awaitEnd();
    }
  }

  @Test
  void aFirstByteOnlyIsNotWaitedForForEver() throws Exception {
    try (var half = server.connect()) {
      half.write(new byte[] {0x16});

      half.awaitEnd();
    }
  }

  @Test
  void tricklingDoesNotProlongTheFirstRequest() throws Exception {
    try (var trickling = server.connect()) {
      trickling.write("a");
      for (int i = 0; i < 100 && trickling.isSilentFor(50); i++) {
        trickling.write("x");
      }

      trickling.awaitEnd();
    } catch (SocketException e) {
      // Ended while it was written to: all the better.
      assertThat(e).hasMessageMatching("(?i)broken pipe|connection reset.*");
    }
  }

  @Test
  void whoSaysNothingMayStay() throws Exception {
    try (var silent = server.connect();
        var half = server.connect()) {
      half.write("auth mes");
      half.awaitEnd();

      assertThat(silent.isSilentFor(1500)).isTrue();
      assertThat(silent.ask("inbox")).isEqualTo(Replies.INCOMPLETE);
    }
  }

  @Test
  void whoHasMadeARequestMayTakeTheirTimeForTheNext() throws Exception {
    try (var known = server.connect();
        var half = server.connect()) {
      assertThat(known.ask("inbox")).isEqualTo(Replies.INCOMPLETE);
      known.write("auth messi ");
      half.write("auth messi ");
      half.awaitEnd();

      assertThat(known.isSilentFor(1500)).isTrue();
      assertThat(known.ask("bandung")).isEqualTo(Replies.WRONG_PASSWORD);
    }
  }
}
