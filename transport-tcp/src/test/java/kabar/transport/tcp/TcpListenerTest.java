package kabar.transport.tcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import kabar.api.Settings;
import kabar.api.SettingsException;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.InternetAddress;
import kabar.api.transport.Receiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What TCP does beyond the contract of all transports.
@Timeout(30)
class TcpListenerTest {
  private final TcpTransport transport = new TcpTransport(TcpSettings.from(Settings.none()));

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void answersAtEveryLoopbackAddressOfLocalhost() throws IOException {
    var listener = transport.listen(URI.create("tcp://localhost:0"), Echo::new);
    int port = listener.address().getPort();

    for (var address : new InternetAddress("tcp", "localhost", port).resolve()) {
      assertThat(echo(address.getAddress(), port, "hai\n")).isEqualTo("hai\n");
    }
  }

  @Test
  void listensAtAnIpv6AddressAlone() throws IOException {
    assumeTrue(
        new InternetAddress("tcp", "localhost", 0).resolve().size() > 1, "this machine has no ::1");

    var listener = transport.listen(URI.create("tcp://[::1]:0"), Echo::new);

    assertThat(listener.address().toString()).startsWith("tcp://[::1]:");
    assertThat(echo(ipv6Loopback(), listener.address().getPort(), "hai\n")).isEqualTo("hai\n");
  }

  @Test
  void handsOverATlsGreetingThoughItHasNoLineEnd() throws IOException {
    var listener = transport.listen(URI.create("tcp://localhost:0"), Echo::new);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), listener.address().getPort())) {
      byte[] hello = {0x16, 0x03, 0x01, 0x00, 0x05};
      socket.getOutputStream().write(hello);

      assertThat(socket.getInputStream().readNBytes(hello.length)).isEqualTo(hello);
    }
  }

  @Test
  void refusesAnAddressThatOtherMachinesReach() {
    assertThatThrownBy(() -> transport.listen(URI.create("tcp://0.0.0.0:0"), Echo::new))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("transport.tcp.insecure=true");
  }

  @Test
  void takesTheSecondAddressBackWhenTheFirstIsHadAndTheSecondIsTaken() throws IOException {
    var addresses = new InternetAddress("tcp", "localhost", 0).resolve();
    assumeTrue(addresses.size() > 1, "this machine has no ::1");
    try (var taken = new ServerSocket(0, 1, addresses.getLast().getAddress())) {
      var url = URI.create("tcp://localhost:" + taken.getLocalPort());

      assertThatThrownBy(() -> transport.listen(url, Echo::new)).isInstanceOf(IOException.class);

      var first = new InetSocketAddress(addresses.getFirst().getAddress(), taken.getLocalPort());
      try (var free = new ServerSocket()) {
        free.bind(first);
        assertThat(free.isBound()).isTrue();
      }
    }
  }

  @Test
  void lingersForAPeerThatGoesOnSendingAfterTheClose() throws IOException {
    var listener = transport.listen(URI.create("tcp://localhost:0"), AnswerAndClose::new);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), listener.address().getPort())) {
      socket.getOutputStream().write("one\n".getBytes(UTF_8));
      for (int i = 0; i < 50; i++) {
        socket.getOutputStream().write("more, which nobody reads\n".repeat(100).getBytes(UTF_8));
      }
      socket.shutdownOutput();

      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8)).isEqualTo("one\n");
    }
    assertThat(listener.stop(Duration.ofSeconds(10)).name()).isEqualTo("DRAINED");
  }

  private static InetAddress ipv6Loopback() throws IOException {
    return new InternetAddress("tcp", "localhost", 0).resolve().getLast().getAddress();
  }

  private static String echo(InetAddress address, int port, String text) throws IOException {
    try (var socket = new Socket(address, port)) {
      socket.getOutputStream().write(text.getBytes(UTF_8));
      return new String(socket.getInputStream().readNBytes(text.length()), UTF_8);
    }
  }

  /// Sends back what it receives.
  private static class Echo implements Receiver {
    private final Connection connection;

    Echo(Connection connection) {
      this.connection = connection;
    }

    @Override
    public void received(ByteBuffer payload) {
      var copy = new byte[payload.remaining()];
      payload.get(copy);
      connection.offer(copy);
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

  /// Sends back the first payload and closes.
  private static final class AnswerAndClose extends Echo {
    private final Connection connection;

    AnswerAndClose(Connection connection) {
      super(connection);
      this.connection = connection;
    }

    @Override
    public void received(ByteBuffer payload) {
      super.received(payload);
      connection.close();
    }
  }
}
