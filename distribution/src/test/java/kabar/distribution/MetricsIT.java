package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the server tells about itself over HTTP.
final class MetricsIT {
  private static final String SECRET = "surabaya";

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path temporary;

  @Test
  void aScrapeAfterAKnownDialogueShowsExactlyItsCounts() throws Exception {
    try (var server = demo();
        var messi = server.connect();
        var stranger = server.connect()) {
      var token = messi.login("messi");
      assertThat(messi.ask("auth henderson bandung")).isEqualTo(Replies.WRONG_PASSWORD);
      assertThat(messi.ask("send " + token + " henderson hey")).isEqualTo(Replies.SENT);
      assertThat(messi.ask("send " + token + " nobody hey")).isEqualTo(Replies.NO_SUCH_RECEIVER);
      assertThat(messi.ask("users " + token)).startsWith("{\"status\": \"OK\"");
      assertThat(messi.ask("users " + token)).startsWith("{\"status\": \"OK\"");
      assertThat(stranger.ask("fly me to the moon")).isEqualTo(Replies.UNKNOWN_COMMAND);
      assertThat(stranger.ask("drive")).isEqualTo(Replies.UNKNOWN_COMMAND);
      assertThat(stranger.ask("inbox")).isEqualTo(Replies.INCOMPLETE);
      assertThat(stranger.ask("inbox x")).isEqualTo(Replies.NO_SESSION);

      var page = get(server, "/metrics").body();

      assertThat(lines(page, "kabar_command_seconds_count"))
          .containsExactlyInAnyOrder(
              counted("auth", "ok", 1),
              counted("auth", "bad-credentials", 1),
              counted("send", "ok", 1),
              counted("send", "unknown-user", 1),
              counted("users", "ok", 2),
              counted("unknown", "unknown-command", 2),
              counted("inbox", "missing-parameter", 1),
              counted("inbox", "login-required", 1));
      assertThat(lines(page, "kabar_"))
          .contains(
              "kabar_connections 2.0",
              "kabar_connections_evicted_total 0.0",
              "kabar_connections_refused_total 0.0",
              "kabar_live_catchups_total 0.0",
              "kabar_live_dropped_total 0.0",
              "kabar_live_subscriptions 0.0",
              "kabar_live_told_total 0.0",
              "kabar_users_online 1.0",
              "kabar_sessions 1.0",
              "kabar_passwords_waiting 0.0",
              "kabar_store_accounts{store=\"sqlite\"} 3.0",
              "kabar_store_messages{store=\"sqlite\"} 1.0",
              "kabar_store_sessions{store=\"sqlite\"} 1.0",
              "kabar_transport_connections_open{transport=\"tcp\"} 2.0",
              "kabar_transport_connections_accepted{transport=\"tcp\"} 2.0");
      assertThat(page)
          .as("nothing of a user")
          .doesNotContain("messi", "henderson", token, SECRET, "bandung", "fly", "drive", "moon");
    }
  }

  @Test
  void listenersOfOneTransportAreAddedUp() throws Exception {
    var url = "tcp://127.0.0.1:0";
    try (var server = demo("--listen", url, "--listen", url);
        var first = TextClient.to("127.0.0.1", server.addresses().getFirst().getPort());
        var second = TextClient.to("127.0.0.1", server.addresses().getLast().getPort())) {
      assertThat(first.ask("users x")).isEqualTo(Replies.NO_SESSION);
      assertThat(second.ask("users x")).isEqualTo(Replies.NO_SESSION);

      assertThat(lines(get(server, "/metrics").body(), "kabar_transport_connections_open"))
          .containsExactly("kabar_transport_connections_open{transport=\"tcp\"} 2.0");
    }
  }

  @Test
  void theProcessIsMeasuredToo() throws Exception {
    try (var server = demo()) {

      var page = get(server, "/metrics").body();

      for (var meter :
          List.of(
              "jvm_memory_used_bytes",
              "jvm_gc_memory_allocated_bytes_total",
              "jvm_threads_live_threads",
              "process_cpu_time_ns_total",
              "process_files_open_files",
              "process_uptime_seconds")) {
        assertThat(lines(page, meter)).as(meter).isNotEmpty();
      }
    }
  }

  @Test
  void readinessEndsWithTheDrainAndLivenessWithTheProcess() throws Exception {
    try (var server = demo("--set", "stop.grace=1h")) {
      assertThat(answer(get(server, "/health/ready"))).isEqualTo("200 ready\n");
      assertThat(answer(get(server, "/health/live"))).isEqualTo("200 live\n");
      try (var deaf = DeafPeer.connectTo(server)) {
        deaf.writeUntilBlocked();

        server.terminate();
        server.out().await("Stopping\n");

        awaitAnswer(server, "/health/ready", "503 draining\n");
        assertThat(answer(get(server, "/health/live"))).isEqualTo("200 live\n");
        assertThat(get(server, "/metrics").statusCode()).isEqualTo(200);
      }
      server.awaitExit();
    }
  }

  @Test
  void onlyReadingIsPossible() throws Exception {
    try (var server = demo()) {

      var answer = send(server, "/metrics", "POST");

      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }
  }

  @Test
  void aHeadIsAnsweredWithoutABody() throws Exception {
    try (var server = demo()) {

      var answer = send(server, "/health/live", "HEAD");

      assertThat(answer(answer)).isEqualTo("200 ");
      assertThat(answer.headers().firstValue("Content-Length")).hasValue("5");
    }
  }

  @Test
  void otherPathsGetAHint() throws Exception {
    try (var server = demo()) {
      for (var path : List.of("/", "/metrics/", "/metricsx", "/health")) {

        var answer = get(server, path);

        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        assertThat(answer.body()).contains("/metrics", "/health/live", "/health/ready");
      }
    }
  }

  @Test
  void offMeansOff() throws Exception {
    try (var server = PackedServer.demo(temporary.resolve("data"), "--metrics", "off")) {
      assertThat(server.out().text()).doesNotContain("Metrics");
    }
  }

  @Test
  void othersMayReadThemWhereThatIsWanted() throws Exception {
    try (var server =
        PackedServer.demo(
            temporary.resolve("data"),
            "--metrics",
            "0.0.0.0:0",
            "--set",
            "metrics.insecure=true")) {
      assertThat(server.metricsUrl().getHost()).isEqualTo("0.0.0.0");
    }
  }

  private PackedServer demo(String... options) throws Exception {
    var given = new ArrayList<>(List.of("--metrics", "127.0.0.1:0"));
    given.addAll(List.of(options));
    return PackedServer.demo(temporary.resolve("data"), given.toArray(String[]::new));
  }

  private HttpResponse<String> get(PackedServer server, String path) throws Exception {
    return send(server, path, "GET");
  }

  private HttpResponse<String> send(PackedServer server, String path, String method)
      throws IOException, InterruptedException {
    URI url = server.metricsUrl().resolve(path);
    return http.send(
        HttpRequest.newBuilder(url)
            .method(method, BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(60))
            .build(),
        BodyHandlers.ofString());
  }

  /// `Stopping` is printed a moment before the drain begins.
  private void awaitAnswer(PackedServer server, String path, String wanted) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    var found = answer(get(server, path));
    while (!found.equals(wanted) && System.nanoTime() < end) {
      found = answer(get(server, path));
    }
    assertThat(found).isEqualTo(wanted);
  }

  private static String answer(HttpResponse<String> response) {
    return response.statusCode() + " " + response.body();
  }

  private static String counted(String command, String outcome, int count) {
    return "kabar_command_seconds_count{command=\"%s\",outcome=\"%s\",transport=\"tcp\"} %d"
        .formatted(command, outcome, count);
  }

  private static List<String> lines(String page, String prefix) {
    return page.lines().filter(line -> line.startsWith(prefix)).toList();
  }
}
