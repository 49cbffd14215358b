package kabar.bench;

import java.io.IOException;
import java.net.InetSocketAddress;

/// Logs in, once for all connections: hashing a password is slow on purpose, and a token is good on
/// any connection. Then asks once, to know the right reply from then on.
final class Login {
  private static final String ONLINE = "online %s \r\n";

  private Login() {}

  /// Who else is online.
  static Exchange online(InetSocketAddress address) throws IOException {
    return exchange(address, ONLINE);
  }

  /// The same in datagrams, with a token that is bound to the address of this machine.
  static Exchange onlineInDatagrams(InetSocketAddress address) throws IOException {
    try (var client = DatagramClient.to(address)) {
      var token = TextClient.token(client.ask(TextClient.auth("messi")));
      var request = ONLINE.formatted(token);
      return new Exchange(request, client.ask(request));
    }
  }

  /// A text to somebody else.
  static Exchange send(InetSocketAddress address, String to, String text) throws IOException {
    return exchange(address, "send %s " + to + " " + text + " \r\n");
  }

  private static Exchange exchange(InetSocketAddress address, String form) throws IOException {
    try (var client = TextClient.to(address)) {
      var request = form.formatted(client.login("messi"));
      return new Exchange(request, client.ask(request));
    }
  }
}
