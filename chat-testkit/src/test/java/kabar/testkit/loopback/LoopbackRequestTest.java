package kabar.testkit.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.Listener;
import kabar.api.transport.Receiver;
import kabar.api.transport.TransportLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopbackRequestTest {
  private static final InetSocketAddress FROM =
      new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 4711);

  private final LoopbackTransport transport = new LoopbackTransport(TransportLimits.DEFAULT);
  private final CompletableFuture<Heard> opened = new CompletableFuture<>();
  private Listener listener;

  @BeforeEach
  void listen() throws IOException {
    listener = transport.listen(URI.create("loopback://localhost:0"), this::open);
  }

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void arrivesAsItCameFromAPeerThatIsNotProvenAndThenTheInputEnds() throws Exception {
    var reply = transport.ask(listener.address(), FROM, new byte[] {1, 2, 3});
    var heard = heard();

    heard.connection.close();

    assertThat(reply.get(10, TimeUnit.SECONDS)).isEmpty();
    assertThat(heard.connection.peer().addressProven()).isFalse();
    assertThat(heard.connection.peer().address()).isEqualTo(FROM);
    assertThat(heard.calls).containsExactly("[1, 2, 3]", "finished", "CLOSED");
  }

  @Test
  void takesOneReply() throws Exception {
    var reply = transport.ask(listener.address(), FROM, new byte[] {1});
    var connection = heard().connection;

    assertThat(connection.offer(new byte[] {7})).isTrue();
    assertThat(connection.offer(new byte[] {8})).isFalse();
    connection.close();

    assertThat(reply.get(10, TimeUnit.SECONDS).orElseThrow()).containsExactly(7);
  }

  @Test
  void isNotAnsweredWhenItIsAborted() throws Exception {
    var reply = transport.ask(listener.address(), FROM, new byte[] {1});
    var connection = heard().connection;

    connection.offer(new byte[] {7});
    connection.abort();

    assertThat(reply.get(10, TimeUnit.SECONDS)).isEqualTo(Optional.empty());
  }

  @Test
  void isWaitedForByAStop() throws Exception {
    var reply = transport.ask(listener.address(), FROM, new byte[] {1});
    var heard = heard();

    assertThat(listener.stop(Duration.ZERO)).isEqualTo(Listener.Stopped.FORCED);

    assertThat(reply.get(10, TimeUnit.SECONDS)).isEmpty();
    assertThat(heard.calls).endsWith("STOPPED");
    assertThatThrownBy(() -> transport.ask(listener.address(), FROM, new byte[] {1}))
        .isInstanceOf(ConnectException.class);
  }

  private Receiver open(Connection connection) {
    return new Heard(connection);
  }

  /// What the owner of the connection heard, once the input has ended.
  private Heard heard() throws Exception {
    return opened.get(10, TimeUnit.SECONDS);
  }

  private final class Heard implements Receiver {
    private final Connection connection;
    private final List<String> calls = new ArrayList<>();

    Heard(Connection connection) {
      this.connection = connection;
    }

    @Override
    public void received(ByteBuffer payload) {
      var bytes = new byte[payload.remaining()];
      payload.get(bytes);
      calls.add(Arrays.toString(bytes));
    }

    @Override
    public void oversized() {
      calls.add("oversized");
    }

    @Override
    public void drained() {
      calls.add("drained");
    }

    @Override
    public void finished() {
      calls.add("finished");
      opened.complete(this);
    }

    @Override
    public void closed(CloseCause cause) {
      calls.add(cause.name());
    }
  }
}
