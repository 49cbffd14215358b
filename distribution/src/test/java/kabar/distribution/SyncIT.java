package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that is killed loses nothing even if it does not sync, because the system still has
/// what was written. So syncs are counted.
final class SyncIT {
  private static final int SENDS = 20;

  /// As it is traced, with the answer's quotes escaped.
  private static final String OK =
      """
      8 write(5<socket:[1]>, "{\\"status\\": \\"OK\\", \\"message\\": \\"Message Sent\\"}", 47) = 47\
      """;

  @TempDir Path temporary;

  @Test
  void theLogIsSyncedBeforeEachOk() throws Exception {
    Programs.require("strace");
    var trace = temporary.resolve("trace");

    try (var server = new PackedServer(Map.of(), traced(trace)).awaitReady()) {
      try (var client = server.connect()) {
        var token = client.login("messi");
        for (int i = 0; i < SENDS; i++) {
          assertThat(client.ask("send " + token + " henderson number " + i)).contains("OK");
        }
      }
      server.terminateTraced();
      server.awaitExit();
    }

    assertThat(Syscalls.syncsBeforeOks(Files.readAllLines(trace))).hasSize(SENDS).doesNotContain(0);
  }

  @Test
  void aMissingSyncIsNoticed() {
    var trace =
        List.of(
            "7 fdatasync(9</data/kabar.db-wal>) = 0",
            OK,
            "7 pwrite64(9</data/kabar.db-wal>, \"...\", 24, 0) = 24",
            OK);

    assertThat(Syscalls.syncsBeforeOks(trace)).containsExactly(1, 0);
  }

  @Test
  void aSyncCountsWhenItEndsAndOnlyOfTheLog() {
    var trace =
        List.of(
            "7 fdatasync(9</data/kabar.db-wal> <unfinished ...>",
            "6 fdatasync(8</data/kabar.db> <unfinished ...>",
            "6 <... fdatasync resumed>) = 0",
            "8 write(5<socket:[1]>, \"... Message Sent ...\", 47 <unfinished ...>",
            "7 <... fdatasync resumed>) = 0",
            "8 <... write resumed>) = 47",
            OK);

    assertThat(Syscalls.syncsBeforeOks(trace)).containsExactly(0, 1);
  }

  private List<String> traced(Path trace) {
    var command =
        new ArrayList<>(
            List.of(
                "strace",
                "-f",
                "-qq",
                "-y",
                "-s",
                "64",
                "--seccomp-bpf",
                "-e",
                "signal=none",
                "-e",
                "trace=fdatasync,fsync,write,sendto,writev",
                "-o",
                trace.toString()));
    command.addAll(PackedServer.demoCommand(temporary.resolve("data")));
    return command;
  }
}
