package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Somebody who asks a server single questions from an address that nobody has proven, each from
/// another port.
final class Asker {
  static final String NO_SESSION =
      "{\"status\": \"ERROR\", \"message\": \"Session Tidak Ditemukan\"}\r\n\r\n";
  static final String SENT = "{\"status\": \"OK\", \"message\": \"Message Sent\"}\r\n\r\n";
  static final String TOO_LONG =
      "{\"status\": \"ERROR\", \"message\": \"Jawaban Terlalu Panjang, Pakai Koneksi Stream\"}"
          + "\r\n\r\n";

  private final DemoServer server;
  private final InetAddress address;
  private int port = 1_024;

  Asker(DemoServer server, String address) {
    this.server = server;
    this.address = InetAddress.ofLiteral(address);
  }

  /// Asks, and waits for the reply.
  String ask(String request) throws IOException {
    return answer(begin(request)).orElseThrow(() -> new AssertionError("no reply"));
  }

  /// Asks, and waits for the end without a reply.
  void isNotAnswered(String request) throws IOException {
    assertThat(answer(begin(request))).isEmpty();
  }

  /// Asks.
  CompletableFuture<Optional<String>> begin(String request) throws IOException {
    return server.askFrom(new InetSocketAddress(address, ++port), request);
  }

  /// Logs in and answers the token.
  String login(String user) throws IOException {
    return token(ask("auth %s %s".formatted(user, DemoUsers.PASSWORD)));
  }

  static String token(String reply) {
    assertThat(reply).contains("tokenid");
    return reply.replaceAll("(?s).*\"tokenid\": \"([^\"]+)\".*", "$1");
  }

  static Optional<String> answer(CompletableFuture<Optional<String>> asked) {
    try {
      return asked.get(10, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}
