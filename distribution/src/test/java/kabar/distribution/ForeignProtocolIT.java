package kabar.distribution;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Peers that take the port for something else: answered, then closed.
final class ForeignProtocolIT {
  private static final String ANSWER = Replies.UNKNOWN_COMMAND + "\r\n\r\n";

  private static PackedServer server;

  /// Closed at once means: long before the timeout of a first request.
  @BeforeAll
  static void startServer(@TempDir Path temporary) throws Exception {
    server =
        PackedServer.demo(
            temporary.resolve("data"), "--set", "transport.tcp.first-payload-timeout=1h");
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1",
        "POST /auth HTTP/1.0",
        "OPTIONS * HTTP/1.1",
        "PRI * HTTP/2.0",
        "CONNECT example.org:443 HTTP/1.1"
      })
  void anHttpRequestIsAnsweredAndClosed(String requestLine) throws Exception {
    try (var client = server.connect()) {
      client.write(requestLine + "\r\nHost: localhost\r\n\r\n");

      assertThat(client.rest()).isEqualTo(ANSWER);
    }
  }

  @Test
  void theBodyOfAnHttpRequestIsNotExecuted() throws Exception {
    try (var client = server.connect();
        var other = server.connect()) {
      var token = other.login("messi");

      client.write(
          "POST / HTTP/1.1\r\nHost: localhost\r\n\r\nsend %s messi forged\nlogout %s\n"
              .formatted(token, token));

      assertThat(client.rest()).isEqualTo(ANSWER);
      assertThat(other.ask("inbox " + token)).doesNotContain("forged").contains("\"OK\"");
    }
  }

  @Test
  void theWholeAnswerIsReadableAlthoughThePeerGoesOnSending() throws Exception {
    try (var client = server.connect()) {
      client.write("GET / HTTP/1.1\r\n");
      for (int i = 0; i < 200; i++) {
        client.write("X-Header-%d: %s\r\n".formatted(i, "x".repeat(1_000)));
      }

      assertThat(client.rest()).isEqualTo(ANSWER);
    }
  }

  @Test
  void theFirstBytesOfATlsHelloAreEnough() throws Exception {
    try (var client = server.connect()) {
      client.write("\u0016\u0003\u0001\u0002\u0000\u0001".getBytes(ISO_8859_1));

      assertThat(client.rest()).isEqualTo(ANSWER);
    }
  }

  @Test
  void aTlsHelloOfWhichOneByteComesFirstIsOne() throws Exception {
    try (var client = server.connect()) {
      client.write(new byte[] {0x16});
      assertThat(client.isSilentFor(100)).isTrue();
      client.write(new byte[] {0x03, 0x01, 0x02, 0x00});

      assertThat(client.rest()).isEqualTo(ANSWER);
    }
  }

  @Test
  void aTlsHandshakeFailsAtOnceInsteadOfWaiting() throws Exception {
    var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (var socket = (SSLSocket) factory.createSocket("127.0.0.1", server.port())) {
      socket.setSoTimeout(TextClient.DEADLINE_MILLIS);

      assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
    }
  }
}
