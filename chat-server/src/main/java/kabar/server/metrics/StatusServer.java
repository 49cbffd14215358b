package kabar.server.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Tells over HTTP how the server is: `/metrics`, `/health/live` and `/health/ready`. Serves from
/// its opening until it is closed.
public final class StatusServer implements AutoCloseable {
  private static final int THREADS = 2;

  /// Text of Prometheus, version 0.0.4, which every collector reads.
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private static final String PLAIN = "text/plain; charset=utf-8";
  private static final String HINT =
      "There is nothing here. Try /metrics, /health/live or /health/ready.\n";

  private final MetricsAddress asked;
  private final HttpServer http;
  private final ThreadPoolExecutor threads;
  private final Supplier<String> metrics;
  private final Supplier<Health> health;

  private StatusServer(
      MetricsAddress asked, HttpServer http, Supplier<String> metrics, Supplier<Health> health) {
    this.asked = asked;
    this.http = http;
    this.metrics = metrics;
    this.health = health;
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("kabar-metrics-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /// What is answered: an HTTP status and a text.
  private record Answer(int status, String type, String text) {}

  /// Serves from now on.
  ///
  /// @param metrics asked for each scrape; the text of Prometheus
  /// @throws IOException if the address cannot be had
  public static StatusServer open(
      MetricsAddress address, Supplier<String> metrics, Supplier<Health> health)
      throws IOException {
    limit();
    var server = new StatusServer(address, bind(address.socket()), metrics, health);
    server.http.createContext("/", server::serve);
    server.http.setExecutor(server.threads);
    server.http.start();
    return server;
  }

  /// Where metrics are, with the port that it really got.
  public URI metricsUrl() {
    var host = asked.socket().getAddress().getHostAddress();
    return URI.create(
        "http://%s:%d/metrics"
            .formatted(host.contains(":") ? "[" + host + "]" : host, http.getAddress().getPort()));
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  /// Whoever asks and then dawdles must not keep the others waiting. Java reads this once.
  private static void limit() {
    setDefault("sun.net.httpserver.maxReqTime", "5");
    setDefault("sun.net.httpserver.maxRspTime", "10");
    setDefault("sun.net.httpserver.nodelay", "true");
    setDefault("jdk.httpserver.maxConnections", "64");
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static HttpServer bind(InetSocketAddress address) throws IOException {
    try {
      return HttpServer.create(address, 0);
    } catch (IOException e) {
      throw new IOException(
          "--metrics: cannot use '%s:%d': %s (expected a free port, or off)"
              .formatted(address.getAddress().getHostAddress(), address.getPort(), e.getMessage()),
          e);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestMethod()) {
        case "GET", "HEAD" -> send(exchange, answer(exchange.getRequestURI().getPath()));
        default -> {
          exchange.getResponseHeaders().set("Allow", "GET, HEAD");
          send(exchange, new Answer(405, PLAIN, "Only GET and HEAD are possible here.\n"));
        }
      }
    }
  }

  private Answer answer(String path) {
    return switch (path) {
      case "/metrics" -> new Answer(200, PROMETHEUS, metrics.get());
      case "/health/live" -> new Answer(200, PLAIN, "live\n");
      case "/health/ready" ->
          switch (health.get()) {
            case READY -> new Answer(200, PLAIN, "ready\n");
            case STARTING -> new Answer(503, PLAIN, "starting\n");
            case DRAINING -> new Answer(503, PLAIN, "draining\n");
          };
      default -> new Answer(404, PLAIN, HINT);
    };
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    var bytes = answer.text().getBytes(UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", answer.type());
    headers.set("Cache-Control", "no-store");
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", String.valueOf(bytes.length));
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
