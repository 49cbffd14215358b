package kabar.distribution;

import static java.util.regex.Pattern.MULTILINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Accounts and limits in the packed server, with the hasher and the time it really has.
final class AccountsIT {
  private static final Pattern CODE =
      Pattern.compile("^  ([0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){3})$", MULTILINE);

  @TempDir Path temporary;

  @Test
  void anEmptyServerPrintsAnOwnerCodeOnceAndDoesNotLogIt() throws Exception {
    try (var server = start("--set", "log.level=TRACE").awaitReady()) {
      var codes = codes(server.out().text());
      server.terminate();
      server.awaitExit();
      server.err().awaitEnd();

      assertThat(codes).hasSize(1);
      assertThat(server.out().text())
          .contains(
              "\nWith it: kabar join tcp://127.0.0.1:"
                  + server.port()
                  + " "
                  + codes.getFirst()
                  + "\n");
      assertThat(codes(server.out().text())).isEqualTo(codes);
      assertThat(server.err().text()).doesNotContain(codes);
    }
  }

  @Test
  void eachStartOfAnEmptyServerHasAnOwnerCodeOfItsOwn() throws Exception {
    var codes = new ArrayList<String>();
    for (int i = 0; i < 2; i++) {
      try (var server = start().awaitReady()) {
        codes.addAll(codes(server.out().text()));
      }
    }

    assertThat(codes).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void aServerWithAccountsHasNone() throws Exception {
    try (var server = PackedServer.demo(temporary.resolve("data"))) {
      assertThat(codes(server.out().text())).isEmpty();
    }
  }

  @Test
  void wrongPasswordsMakeAnAccountWaitWhateverTheConnection() throws Exception {
    try (var server = demo()) {
      for (int i = 0; i < 5; i++) {
        assertThat(ask(server, "auth messi bandung")).isEqualTo(Replies.WRONG_PASSWORD);
      }

      assertThat(ask(server, "auth messi surabaya"))
          .startsWith("{\"status\": \"ERROR\", \"message\": \"Terlalu Cepat, Coba Lagi ")
          .endsWith(" Detik\"}");
      assertThat(ask(server, "auth henderson surabaya")).contains("tokenid");
      assertThat(metrics(server))
          .contains("kabar_limit_hits_total{limit=\"wrong-passwords-per-account\"} 1.0");
    }
  }

  @Test
  void manyWhoLogInAtOnceAllGetIn() throws Exception {
    try (var server = demo()) {
      var clients = new ArrayList<TextClient>();
      for (int i = 0; i < 40; i++) {
        clients.add(server.connect().write("auth messi surabaya\n"));
      }

      for (var client : clients) {
        assertThat(TextClient.token(client.reply())).hasSize(36);
        client.close();
      }
    }
  }

  @Test
  void connectionsOfOneAddressAreRefusedBeyondTheLimit() throws Exception {
    try (var server =
            demo("--set", "limits.exempt=none", "--set", "limits.connections-per-address=1");
        var first = server.connect()) {
      assertThat(first.ask("inbox")).isEqualTo(Replies.INCOMPLETE);

      try (var second = server.connect()) {
        second.awaitEnd();
      }

      assertThat(first.ask("inbox")).isEqualTo(Replies.INCOMPLETE);
      assertThat(metrics(server))
          .contains("kabar_limit_hits_total{limit=\"connections-per-address\"} 1.0");
    }
  }

  @Test
  void messagesThatAreTooFastWaitAndNoneIsLost() throws Exception {
    try (var server = demo("--set", "limits.messages=100");
        var client = server.connect()) {
      var token = client.login("messi");

      client.write(("send " + token + " messi hey\n").repeat(60));

      for (int i = 0; i < 60; i++) {
        assertThat(client.reply()).isEqualTo(Replies.SENT);
      }
      assertThat(client.ask("inbox " + token).split("hey", -1)).hasSize(61);
      assertThat(metrics(server)).contains("kabar_limit_hits_total{limit=\"messages\"}");
    }
  }

  @Test
  void aStopAnswersWhatStillWaitsForItsTime() throws Exception {
    try (var server = demo();
        var client = server.connect()) {
      var token = client.login("messi");
      client.write(("send " + token + " messi hey\n").repeat(60));
      for (int i = 0; i < 20; i++) {
        assertThat(client.reply()).isEqualTo(Replies.SENT);
      }

      server.terminate();

      for (int i = 20; i < 60; i++) {
        assertThat(client.reply()).isEqualTo(Replies.SENT);
      }
      assertThat(server.awaitExit()).isEqualTo(143);
      server.out().await("Stopped\n");
    }
  }

  /// Without the demo's users.
  private PackedServer start(String... options) throws Exception {
    var all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--data", temporary.resolve("empty").toString()));
    all.addAll(List.of("--listen", "tcp://127.0.0.1:0"));
    return PackedServer.launch(all.toArray(String[]::new));
  }

  private PackedServer demo(String... options) throws Exception {
    var all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--metrics", "127.0.0.1:0"));
    return PackedServer.demo(Map.of(), temporary.resolve("data"), all.toArray(String[]::new));
  }

  private static String ask(PackedServer server, String request) throws Exception {
    try (var client = server.connect()) {
      return client.ask(request);
    }
  }

  private static List<String> codes(String printed) {
    return CODE.matcher(printed).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private static String metrics(PackedServer server) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(server.metricsUrl()).build();
      return http.send(request, BodyHandlers.ofString()).body();
    }
  }
}
