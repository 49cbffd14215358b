package kabar.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Random;

/// Sends letters in the text dialect, which has no keys: whatever was not answered when the server
/// went is left to its fate.
final class TextSender implements Sender {
  private static final String OK = "{\"status\": \"OK\", \"message\": \"Message Sent\"}\r\n\r\n";

  private final int id;
  private final String token;
  private final int depth;
  private final Random random;
  private final Track track = new Track();

  /// @param id its number
  /// @param token of its own login, which outlives the server
  /// @param depth letters on their way at most
  TextSender(int id, String token, int depth, Random random) {
    this.id = id;
    this.token = token;
    this.depth = depth;
    this.random = random;
  }

  @Override
  public Track track() {
    return track;
  }

  @Override
  public String token() {
    return token;
  }

  @Override
  public void send(InetSocketAddress address) throws IOException {
    try (var client = TextClient.to(address)) {
      while (true) {
        exchange(client, 1 + random.nextInt(depth));
      }
    }
  }

  /// Nothing is left to be settled.
  @Override
  public void settle(InetSocketAddress address) {}

  private void exchange(TextClient client, int count) throws IOException {
    int first = track.sent();
    var requests = new StringBuilder();
    for (int i = 0; i < count; i++) {
      var letter = new Letter(id, track.send());
      requests.append("send %s %s %s\r\n".formatted(token, letter.to(), letter.text()));
    }
    client.send(requests.toString());
    for (int i = 0; i < count; i++) {
      var reply = client.reply();
      if (!reply.equals(OK)) {
        throw new BenchException(
            "letter %d of sender %d: %s".formatted(first + i, id, reply.strip()));
      }
      track.acknowledge(first + i);
    }
  }
}
