package kabar.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/// A server that is killed and started again, over and over, and must forget nothing of what it
/// acknowledged.
final class CrashRun {
  private static final int DEPTH = 16;
  private static final int SHOWN_EVERY = 25;
  private static final Duration LONGEST_LOAD = Duration.ofMillis(1_200);
  private static final Duration CHECKPOINT_DUE = Duration.ofSeconds(3);

  private final Kabard kabard;
  private final Workplace workplace;
  private final Wish wish;
  private final Path data;
  private final Consumer<String> progress;
  private final Map<KillPlan.Moment, Integer> killed = new EnumMap<>(KillPlan.Moment.class);
  private final Random random;

  /// Tokens of logins that were answered just before a kill.
  private final List<String> newTokens = new ArrayList<>();

  private Duration start = Duration.ZERO;
  private Duration login = Duration.ZERO;

  /// @param kills how many
  /// @param connections that send
  /// @param seed of the dice
  /// @param limits where to give up
  record Wish(int kills, int connections, long seed, Limits limits) {}

  /// @param time for everything
  /// @param bytes of the data folder
  record Limits(Duration time, long bytes) {}

  /// What came of it.
  ///
  /// @param kills how many there were
  /// @param retried letters that were sent again under the keys they had
  record Outcome(int kills, long retried, LetterCheck.Findings findings) {
    @Override
    public String toString() {
      return "kills %,d, %s, retried %,d".formatted(kills, findings, retried);
    }
  }

  /// @param progress hears now and then how far it is
  CrashRun(Kabard kabard, Workplace workplace, Wish wish, Consumer<String> progress)
      throws IOException {
    this.kabard = kabard;
    this.workplace = workplace;
    this.wish = wish;
    this.progress = progress;
    this.data = workplace.newFolder("data");
    this.random = new Random(wish.seed());
  }

  Path data() {
    return data;
  }

  /// Kills and compares: after each start what the text dialect shows, in the end the whole store.
  Outcome play() throws IOException {
    long end = System.nanoTime() + wish.limits().time().toNanos();
    var senders = begin();
    var plan = KillPlan.of(wish.seed()).iterator();
    int kills = 0;
    while (kills < wish.kills() && live(senders, plan.next())) {
      kills++;
      tell(kills, senders);
      requireWithin(end, kills);
    }
    var server = kabard.start(workplace, data);
    look(server, senders);
    senders.settle(server.awaitReady().address());
    server.close();
    return new Outcome(kills, senders.retried(), StoredMail.check(data, senders.tracks()));
  }

  private Senders begin() throws IOException {
    try (var server = kabard.start(workplace, data)) {
      var greeting = server.awaitReady();
      start = greeting.wall();
      progress.accept("%d logins".formatted(wish.connections()));
      long begin = System.nanoTime();
      var senders = Senders.login(greeting.address(), wish.connections(), DEPTH, random);
      login = Duration.ofNanos(System.nanoTime() - begin).dividedBy(wish.connections());
      return senders;
    }
  }

  /// One life of the server. Answers whether it had all that it should at its begin; else it is
  /// stopped in peace.
  private boolean live(Senders senders, KillPlan.Kill kill) throws IOException {
    var server = kabard.start(workplace, data);
    killed.merge(kill.moment(), 1, Integer::sum);
    if (kill.moment() == KillPlan.Moment.STARTING) {
      pause(start, kill.delay());
      server.kill();
      return true;
    }
    start = server.awaitReady().wall();
    if (!look(server, senders)) {
      server.close();
      return false;
    }
    senders.sendUntilKilled(server, () -> await(server, kill));
    return true;
  }

  /// Waits for the moment of a kill.
  private void await(ServerProcess server, KillPlan.Kill kill) throws IOException {
    switch (kill.moment()) {
      case LOADED -> pause(LONGEST_LOAD, kill.delay());
      case CHECKPOINT -> Checkpoint.await(data, CHECKPOINT_DUE);
      case LOGIN -> logIn(server, kill.delay());
      case STARTING -> throw new IllegalArgumentException("nobody sends while it starts");
    }
  }

  /// Leaves a login behind that may or may not be answered before the kill.
  private void logIn(ServerProcess server, double delay) throws IOException {
    var address = server.awaitReady().address();
    Thread.startVirtualThread(
        () -> {
          try (var client = TextClient.to(address)) {
            var token = client.login(Letter.USERS.getFirst());
            synchronized (newTokens) {
              newTokens.add(token);
            }
          } catch (IOException e) {
            // Killed before it answered.
          }
        });
    pause(login.multipliedBy(3), delay);
  }

  /// Compares what is shown after a start. Answers whether all is well.
  private boolean look(ServerProcess server, Senders senders) throws IOException {
    try (var client = TextClient.to(server.awaitReady().address())) {
      synchronized (newTokens) {
        for (var token : newTokens) {
          client.ask("logout %s\r\n".formatted(token));
        }
        newTokens.clear();
      }
      for (var user : Letter.USERS) {
        var findings = Inbox.check(client, senders.token(user), user, senders.tracks());
        if (!findings.isClean()) {
          progress.accept("the inbox of %s: %s".formatted(user, findings));
          return false;
        }
      }
    }
    return true;
  }

  private void requireWithin(long end, int kills) throws IOException {
    if (System.nanoTime() > end) {
      throw new BenchException(
          "only %d kills in %d minutes".formatted(kills, wish.limits().time().toMinutes()));
    }
    long bytes = Workplace.size(data);
    if (bytes > wish.limits().bytes()) {
      throw new BenchException(
          "the store has grown to %,d MB after %d kills".formatted(bytes / 1_000_000, kills));
    }
  }

  private void tell(int kills, Senders senders) throws IOException {
    if (kills % SHOWN_EVERY == 0 || kills == wish.kills()) {
      progress.accept(
          "%d kills %s, %,d acknowledged, %,d MB"
              .formatted(kills, killed, senders.acknowledged(), Workplace.size(data) / 1_000_000));
    }
  }

  private static void pause(Duration longest, double part) throws BenchException {
    try {
      Thread.sleep(Duration.ofNanos((long) (longest.toNanos() * part)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted");
    }
  }
}
