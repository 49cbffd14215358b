package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the server does when it is told to stop.
final class StopIT {
  private static final int BY_TERM = 128 + 15;
  private static final int BY_INT = 128 + 2;

  @TempDir Path temporary;

  @Test
  void anIdleServerJustStops() throws Exception {
    try (var server = PackedServer.demo(temporary.resolve("data"))) {

      server.terminate();

      assertThat(server.awaitExit()).isEqualTo(BY_TERM);
      assertThat(server.out().awaitEnd()).endsWith("\nStopping\nStopped\n");
    }
  }

  @Test
  void controlCStopsItTheSameWay() throws Exception {
    try (var server = PackedServer.demo(temporary.resolve("data"))) {
      assumeFalse(server.ignoresInterrupts(), "Ctrl-C is switched off here");

      server.interrupt();

      assertThat(server.awaitExit()).isEqualTo(BY_INT);
      assertThat(server.out().awaitEnd()).endsWith("\nStopping\nStopped\n");
    }
  }

  @Test
  void aLoginUnderWayIsStillAnswered() throws Exception {
    try (var server = PackedServer.demo(temporary.resolve("data"));
        var client = server.connect()) {
      // Both arrive in one segment: with the first answered, the second is being worked on.
      client.write("users x\nauth messi surabaya\n");
      assertThat(client.reply()).isEqualTo(Replies.NO_SESSION);

      server.terminate();

      assertThat(TextClient.token(client.reply())).hasSize(36);
      assertThat(client.rest()).isEmpty();
      assertThat(server.awaitExit()).isEqualTo(BY_TERM);
      assertThat(server.out().awaitEnd()).endsWith("\nStopping\nStopped\n");
    }
  }

  @Test
  void connectionsThatSayNothingDoNotHoldItUp() throws Exception {
    try (var server =
            PackedServer.demo(
                temporary.resolve("data"),
                "--set",
                "stop.grace=1h",
                "--set",
                "transport.tcp.close-timeout=1h");
        var silent = server.connect();
        var idle = server.connect();
        var halfway = server.connect()) {
      assertThat(idle.ask("users x")).isEqualTo(Replies.NO_SESSION);
      assertThat(halfway.ask("users x")).isEqualTo(Replies.NO_SESSION);
      halfway.write("auth mes");

      server.terminate();

      assertThat(silent.rest()).isEmpty();
      assertThat(idle.rest()).isEmpty();
      assertThat(server.awaitExit()).isEqualTo(BY_TERM);
      assertThat(server.out().awaitEnd()).endsWith("\nStopped\n");
    }
  }

  @Test
  void aPeerThatReadsNothingIsCutOffAfterTheGrace() throws Exception {
    try (var server = PackedServer.demo(temporary.resolve("data"), "--set", "stop.grace=500ms");
        var deaf = DeafPeer.connectTo(server)) {
      deaf.writeUntilBlocked();

      server.terminate();

      assertThat(server.awaitExit()).isEqualTo(BY_TERM);
      assertThat(server.out().awaitEnd()).endsWith("\nStopped, cutting connections off\n");
    }
  }
}
