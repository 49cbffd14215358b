package kabar.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// All who send, each with a login of its own, in both dialects by turns.
final class Senders {
  private final List<Sender> all = new ArrayList<>();

  /// Logs them in: slow, and done once, for their sessions have to outlive the server.
  ///
  /// @param depth letters of each that may be on their way at a time
  static Senders login(InetSocketAddress address, int count, int depth, Random random)
      throws IOException {
    var senders = new Senders();
    for (int i = 0; i < count; i++) {
      try (var client = TextClient.to(address)) {
        var token = client.login(Letter.user(i));
        senders.all.add(sender(i, token, depth, new Random(random.nextLong())));
      }
    }
    return senders;
  }

  private static Sender sender(int id, String token, int depth, Random random) {
    return id % 2 == 0
        ? new TextSender(id, token, depth, random)
        : new KeyedSender(id, token, depth, random);
  }

  List<Track> tracks() {
    return all.stream().map(Sender::track).toList();
  }

  /// A login of a user.
  String token(String user) {
    return all.get(Letter.USERS.indexOf(user)).token();
  }

  long acknowledged() {
    return all.stream().mapToLong(it -> it.track().acknowledged()).sum();
  }

  /// Lets all of them send until the server is killed.
  ///
  /// @param pause ends when that is to be
  /// @throws BenchException if the server answers wrongly, or lets somebody down before it is
  /// killed
  void sendUntilKilled(ServerProcess server, Pause pause) throws IOException {
    var address = server.awaitReady().address();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sending = new ArrayList<Future<?>>();
      for (var sender : all) {
        sending.add(
            threads.submit(
                () -> {
                  sender.send(address);
                  return null;
                }));
      }
      try {
        pause.pass();
        requireSending(sending);
      } finally {
        server.kill();
      }
      for (var one : sending) {
        requireNoWrongAnswer(one);
      }
    }
  }

  /// Lets those who can send again whatever the server did not answer before it was killed.
  void settle(InetSocketAddress address) throws IOException {
    for (var sender : all) {
      sender.settle(address);
    }
  }

  /// Letters that were sent again, under the keys they had.
  long retried() {
    return all.stream()
        .mapToLong(sender -> sender instanceof KeyedSender keyed ? keyed.retried() : 0)
        .sum();
  }

  /// Something that takes a while.
  @FunctionalInterface
  interface Pause {
    void pass() throws IOException;
  }

  private static void requireSending(List<Future<?>> sending) throws BenchException {
    for (var one : sending) {
      if (one.isDone()) {
        requireNoWrongAnswer(one);
        throw new BenchException("the server closed a connection before it was killed");
      }
    }
  }

  private static void requireNoWrongAnswer(Future<?> sending) throws BenchException {
    try {
      sending.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case BenchException wrong -> throw wrong;
        case IOException _ -> {
          // That is how it feels when the server is killed.
        }
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted");
    }
  }
}
