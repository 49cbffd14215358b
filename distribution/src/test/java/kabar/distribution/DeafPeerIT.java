package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A peer that asks endlessly and never reads.
final class DeafPeerIT {
  private static final long MEBIBYTE = 1024 * 1024;

  @TempDir Path temporary;

  @Test
  void isNotReadFromAndCostsLittleMemoryAndNobodyElseNotices() throws Exception {
    try (var server = PackedServer.demo(temporary.resolve("data"));
        var deaf = DeafPeer.connectTo(server);
        var other = server.connect()) {
      var token = other.login("messi");
      long before = server.residentBytes();

      long written = deaf.writeUntilBlocked();

      assertThat(written).isPositive();
      assertThat(server.residentBytes() - before).isLessThan(96 * MEBIBYTE);
      for (int i = 0; i < 100; i++) {
        assertThat(other.ask("users " + token)).contains("messi [Lionel Messi]");
      }
    }
  }

  @Test
  void isEndedAfterTheStallTimeout() throws Exception {
    try (var server =
            PackedServer.demo(
                temporary.resolve("data"), "--set", "transport.tcp.stall-timeout=2s");
        var deaf = DeafPeer.connectTo(server);
        var other = server.connect()) {
      deaf.writeUntilBlocked();

      deaf.awaitEnd();

      assertThat(other.ask("users x")).isEqualTo(Replies.NO_SESSION);
    }
  }
}
