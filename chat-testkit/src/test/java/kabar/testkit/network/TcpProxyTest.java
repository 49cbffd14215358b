package kabar.testkit.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TcpProxyTest {
  private static final int DEADLINE_MILLIS = 20_000;
  private static final int SHORT_MILLIS = 100;

  private final ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
  private final TcpProxy proxy = TcpProxy.before(address(server));

  TcpProxyTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    proxy.close();
    server.close();
  }

  @Test
  void letsBytesPassBothWays() throws IOException {
    try (var client = connect();
        var inside = server.accept()) {
      say(client, "apa");
      say(inside, "kabar");

      assertThat(hear(inside, 3)).isEqualTo("apa");
      assertThat(hear(client, 5)).isEqualTo("kabar");
    }
  }

  @Test
  void passesTheEndOfOneSideOnAndLetsTheOtherSpeak() throws IOException {
    try (var client = connect();
        var inside = server.accept()) {
      client.shutdownOutput();
      assertThat(inside.getInputStream().read()).isEqualTo(-1);

      say(inside, "still here");

      assertThat(hear(client, 10)).isEqualTo("still here");
    }
  }

  @Test
  void cutsWhatPassesAndLetsNewConnectionsIn() throws IOException {
    try (var client = connect();
        var inside = server.accept()) {
      say(client, "x");
      assertThat(hear(inside, 1)).isEqualTo("x");

      assertThat(proxy.cut()).isOne();

      assertThatThrownBy(() -> hear(client, 1)).isInstanceOf(SocketException.class);
      assertThatThrownBy(() -> hear(inside, 1)).isInstanceOf(SocketException.class);
    }
    try (var again = connect();
        var inside = server.accept()) {
      say(again, "y");
      assertThat(hear(inside, 1)).isEqualTo("y");
    }
  }

  @Test
  void holdsBackWhatIsSaidInABlackOutAndDeliversItAfterwards() throws IOException {
    try (var client = connect();
        var inside = server.accept()) {
      proxy.blackOut();
      say(client, "late");
      inside.setSoTimeout(SHORT_MILLIS);
      assertThatThrownBy(() -> hear(inside, 4)).isInstanceOf(SocketTimeoutException.class);

      proxy.clear();

      inside.setSoTimeout(DEADLINE_MILLIS);
      assertThat(hear(inside, 4)).isEqualTo("late");
    }
  }

  @Test
  void leadsNewConnectionsToAnotherServer() throws IOException {
    try (var other = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      proxy.leadTo(address(other));

      try (var client = connect();
          var inside = other.accept()) {
        say(client, "hey");
        assertThat(hear(inside, 3)).isEqualTo("hey");
      }
    }
  }

  @Test
  void endsTheConnectionOfAClientWhoseServerIsAway() throws IOException {
    server.close();

    try (var client = connect()) {
      assertThatThrownBy(() -> hear(client, 1)).isInstanceOf(IOException.class);
    }
  }

  private Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), proxy.address().getPort());
    socket.setSoTimeout(DEADLINE_MILLIS);
    return socket;
  }

  private static InetSocketAddress address(ServerSocket socket) {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
  }

  private static String hear(Socket socket, int length) throws IOException {
    var bytes = socket.getInputStream().readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("the connection ended");
    }
    return new String(bytes, UTF_8);
  }
}
