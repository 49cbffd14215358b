package kabar.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.Receiver;
import kabar.api.transport.Transport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportLoadTest {
  private static final Exchange EXCHANGE = new Exchange("ping\r\n", "pong\r\n\r\n");
  private static final LoadShape SHAPE = new LoadShape(3, 2);

  private final AtomicInteger served = new AtomicInteger();
  private final AtomicInteger timed = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "udp"})
  void countsTheRepliesThatTheServerGave(String scheme) throws Exception {
    try (var server = Transports.make(scheme);
        var load = open(serve(server, scheme, EXCHANGE.reply()))) {
      load.greet();
      var sum = load.run(Duration.ofMillis(20));

      assertThat(sum.requests()).isGreaterThanOrEqualTo(6).isEqualTo(served.get() - 3);
      assertThat(timed).hasValue(served.get());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "udp"})
  void failsAtAWrongReply(String scheme) throws Exception {
    try (var server = Transports.make(scheme);
        var load = open(serve(server, scheme, "pang\r\n\r\n"))) {
      assertThatThrownBy(() -> load.run(Duration.ofMillis(20)))
          .hasMessageContaining("a wrong reply: expected 'pong");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp", "udp"})
  void failsWhenTheServerHasGone(String scheme) throws Exception {
    var server = Transports.make(scheme);
    try (var load = open(serve(server, scheme, EXCHANGE.reply()))) {
      server.close();

      assertThatThrownBy(() -> load.run(Duration.ofMillis(20)))
          .isInstanceOf(BenchException.class)
          .hasMessageContaining(scheme);
    }
  }

  private TransportLoad open(URI address) throws IOException {
    return TransportLoad.open(address, EXCHANGE, SHAPE, _ -> timed.incrementAndGet());
  }

  private URI serve(Transport server, String scheme, String reply) throws IOException {
    var listener =
        server.listen(URI.create(scheme + "://127.0.0.1:0"), it -> new Server(it, reply));
    return listener.address();
  }

  /// Says the same to every line.
  private final class Server implements Receiver {
    private final Connection connection;
    private final String reply;

    Server(Connection connection, String reply) {
      this.connection = connection;
      this.reply = reply;
    }

    @Override
    public void received(ByteBuffer payload) {
      served.incrementAndGet();
      connection.offer(reply.getBytes(US_ASCII));
    }

    @Override
    public void oversized() {}

    @Override
    public void drained() {}

    @Override
    public void finished() {
      connection.close();
    }

    @Override
    public void closed(CloseCause cause) {}
  }
}
