package kabar.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class StatusServerTest {
  private static final MetricsAddress ANY_PORT = MetricsAddress.parse("127.0.0.1:0", false);

  private volatile Health health = Health.STARTING;
  private StatusServer server;

  @BeforeEach
  void open() throws IOException {
    server = StatusServer.open(ANY_PORT, () -> "meters\n", () -> health);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void tellsTheMetrics() throws IOException {
    assertThat(get("/metrics")).isEqualTo("200 meters\n");
    assertThat(connection("/metrics").getContentType()).startsWith("text/plain; version=0.0.4");
  }

  @Test
  void isReadyOnlyWhileTheServerIs() throws IOException {
    assertThat(get("/health/ready")).isEqualTo("503 starting\n");

    health = Health.READY;
    assertThat(get("/health/ready")).isEqualTo("200 ready\n");

    health = Health.DRAINING;
    assertThat(get("/health/ready")).isEqualTo("503 draining\n");
    assertThat(get("/health/live")).isEqualTo("200 live\n");
  }

  @Test
  void whoDawdlesDoesNotKeepOthersWaitingForEver() throws IOException {
    try (var one = dawdle();
        var two = dawdle();
        var three = dawdle()) {
      assertThat(get("/health/live")).isEqualTo("200 live\n");
      assertThat(one.isConnected() && two.isConnected() && three.isConnected()).isTrue();
    }
  }

  @Test
  void aTakenPortIsNamed() {
    var taken = "127.0.0.1:" + server.metricsUrl().getPort();

    assertThatThrownBy(
            () -> StatusServer.open(MetricsAddress.parse(taken, false), () -> "", () -> health))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("--metrics", "'" + taken + "'", "or off");
  }

  @Test
  void closingTwiceIsHarmless() {
    server.close();
    server.close();

    assertThatThrownBy(() -> get("/metrics")).isInstanceOf(IOException.class);
  }

  private Socket dawdle() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), server.metricsUrl().getPort());
    socket.getOutputStream().write("GET /met".getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private String get(String path) throws IOException {
    var connection = connection(path);
    int status = connection.getResponseCode();
    try (var body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return status + " " + new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpURLConnection connection(String path) throws IOException {
    return (HttpURLConnection) server.metricsUrl().resolve(path).toURL().openConnection();
  }
}
