package kabar.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Random;

/// Sends letters in the JSON-RPC dialect, each under a key of its own, and again whatever was not
/// answered when the server went: in the end each has to be there once.
final class KeyedSender implements Sender {
  private final int id;
  private final String token;
  private final int depth;
  private final Random random;
  private final Track track = new Track();
  private int retried;

  /// @param id its number
  /// @param token of its own login, which outlives the server
  /// @param depth letters on their way at most
  KeyedSender(int id, String token, int depth, Random random) {
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

  /// Letters that were sent once more.
  int retried() {
    return retried;
  }

  @Override
  public void send(InetSocketAddress address) throws IOException {
    try (var client = RpcClient.to(address)) {
      client.resume(token);
      retry(client);
      while (true) {
        int first = track.sent();
        int count = 1 + random.nextInt(depth);
        for (int i = 0; i < count; i++) {
          track.send();
        }
        exchange(client, first, count);
      }
    }
  }

  @Override
  public void settle(InetSocketAddress address) throws IOException {
    try (var client = RpcClient.to(address)) {
      client.resume(token);
      retry(client);
    }
  }

  /// In the order in which they were sent: only the last of them can be missing.
  private void retry(RpcClient client) throws IOException {
    int first = track.firstUnacknowledged();
    int count = track.sent() - first;
    retried += count;
    exchange(client, first, count);
  }

  private void exchange(RpcClient client, int first, int count) throws IOException {
    var requests = new StringBuilder();
    for (int number = first; number < first + count; number++) {
      requests.append(request(new Letter(id, number)));
    }
    client.send(requests.toString());
    for (int number = first; number < first + count; number++) {
      client.requireResult(number, "letter %d of sender %d".formatted(number, id));
      track.acknowledge(number);
    }
  }

  private static String request(Letter letter) {
    return RpcClient.request(
        letter.number(),
        "send",
        "{\"to\":\"%s\",\"text\":\"%s\",\"key\":\"%d-%d\"}"
            .formatted(letter.to(), letter.text(), letter.sender(), letter.number()));
  }
}
