package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// More connections than there is room for.
final class CrowdIT {
  @TempDir Path temporary;

  @Test
  void theOldestSilentOneGoesForANewOne() throws Exception {
    try (var server = roomForFive();
        var speaking = server.connect()) {
      speak(speaking);
      var silent = connect(server, 4);

      var sixth = server.connect();
      speak(sixth);
      silent.get(0).awaitEnd();
      var seventh = server.connect();
      speak(seventh);
      silent.get(1).awaitEnd();

      for (var left : List.of(speaking, silent.get(2), silent.get(3), sixth, seventh)) {
        speak(left);
      }
      closeAll(silent);
      closeAll(List.of(sixth, seventh));
    }
  }

  @Test
  void whereAllSpeakTheNewOneIsRefused() throws Exception {
    try (var server = roomForFive()) {
      var speaking = connect(server, 5);
      for (var client : speaking) {
        speak(client);
      }

      var sixth = server.connect();

      sixth.awaitEnd();
      for (var client : speaking) {
        speak(client);
      }
      closeAll(speaking);
      sixth.close();
    }
  }

  @Test
  void thereIsRoomAgainAfterOneHasLeft() throws Exception {
    try (var server = roomForFive()) {
      var speaking = connect(server, 5);
      for (var client : speaking) {
        speak(client);
      }

      assertThat(speaking.getFirst().endOutput().rest()).isEmpty();
      var next = server.connect();

      speak(next);
      closeAll(speaking);
      next.close();
    }
  }

  @Test
  void withoutFileDescriptorsAcceptingWaitsAndNobodyIsHarmed() throws Exception {
    try (var server = roomForAllButFewDescriptors();
        var first = server.connect()) {
      var token = first.login("messi");
      var clients = connect(server, 400);
      server.err().await("accepting pauses at");

      for (var inside : clients.subList(0, 200)) {
        assertThat(inside.ask("users " + token)).contains("messi [Lionel Messi]");
      }
      var outside = clients.getLast().write("users " + token + "\n");
      assertThat(outside.isSilentFor(300)).isTrue();
      closeAll(clients.subList(0, 200));

      assertThat(outside.reply()).contains("messi [Lionel Messi]");
      server.err().await("accepting goes on at");
      for (var client : clients.subList(200, 399)) {
        speak(client);
      }
      closeAll(clients);
    }
  }

  @Test
  void theFirstLoginWorksEvenWhileThereAreNoFileDescriptors() throws Exception {
    try (var server = roomForAllButFewDescriptors()) {
      var clients = connect(server, 400);
      server.err().await("accepting pauses at");

      assertThat(clients.getFirst().login("messi")).hasSize(36);
      closeAll(clients);
    }
  }

  private PackedServer roomForAllButFewDescriptors() throws Exception {
    return PackedServer.demoWithOpenFiles(
        300,
        temporary.resolve("data"),
        "--set",
        "limits.connections=1000",
        "--set",
        "transport.tcp.loops=1");
  }

  /// One loop, so that connections enter in the order in which they were made.
  private PackedServer roomForFive() throws Exception {
    return PackedServer.demo(
        temporary.resolve("data"),
        "--set",
        "limits.connections=5",
        "--set",
        "transport.tcp.loops=1");
  }

  private static void speak(TextClient client) throws IOException {
    assertThat(client.ask("inbox")).isEqualTo(Replies.INCOMPLETE);
  }

  private static List<TextClient> connect(PackedServer server, int count) throws IOException {
    var clients = new ArrayList<TextClient>();
    for (int i = 0; i < count; i++) {
      clients.add(server.connect());
    }
    return clients;
  }

  private static void closeAll(List<TextClient> clients) throws IOException {
    for (var client : clients) {
      client.close();
    }
  }
}
