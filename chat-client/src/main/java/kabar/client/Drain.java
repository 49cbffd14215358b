package kabar.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kabar.client.OutboxEntry.Standing;
import kabar.protocol.Command;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.jspecify.annotations.Nullable;

/// Sends what is in the outbox while the client is online: of each conversation one message at a
/// time, in order, of several conversations at once. On the loop's thread.
///
/// One program on a profile drains at any time: whoever has the lock, which is held only while
/// there
/// is something to send. The others look now and then whether it is free.
final class Drain {
  private static final String LOCK = "drain.lock";
  private static final Duration LOCK_PAUSE = Duration.ofMillis(200);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /// A message that makes the server fail so often is the server's bug, and others want to be sent.
  private static final int MOST_BUGS = 3;

  private final Outbox outbox;
  private final Disk disk;
  private final Loop loop;
  private final Asking server;
  private final Map<String, String> inFlight = new HashMap<>();
  private final Map<String, Integer> bugs = new HashMap<>();
  private Holding holding = Holding.NOTHING;
  private @Nullable Folder folder;
  private Folder.@Nullable Lock lock;
  private Loop.Timer timer = Loop.Timer.NONE;
  private Duration pause = FIRST_PAUSE;
  private boolean isPausing;
  private String user = "";

  Drain(Outbox outbox, Disk disk, Loop loop, Asking server) {
    this.outbox = outbox;
    this.disk = disk;
    this.loop = loop;
    this.server = server;
  }

  /// How it stands with the lock.
  private enum Holding {
    NOTHING,
    ASKING,
    LOCK
  }

  /// There is a folder to lock in.
  void attach(Folder folder) {
    this.folder = folder;
  }

  /// Sends from now on, in a session of a user.
  void begin(String user) {
    this.user = user;
    pause = FIRST_PAUSE;
    go();
  }

  /// The connection is gone.
  void end() {
    user = "";
    timer.cancel();
    isPausing = false;
    outbox.comesBack(Set.copyOf(inFlight.keySet()));
    inFlight.clear();
    letGo();
  }

  /// There may be something to send.
  void go() {
    if (user.isEmpty() || isPausing) {
      return;
    }
    var pending = outbox.pending(user);
    if (pending.isEmpty()) {
      letGo();
    } else if (holding == Holding.NOTHING) {
      takeHold();
    } else if (holding == Holding.LOCK) {
      sendFirsts(pending);
    }
  }

  /// The oldest of each conversation.
  private void sendFirsts(List<OutboxEntry> pending) {
    var busy = new HashSet<>(inFlight.values());
    for (var entry : pending) {
      if (busy.add(entry.to())) {
        send(entry);
      }
    }
  }

  private void send(OutboxEntry entry) {
    inFlight.put(entry.key(), entry.to());
    outbox.sends(entry.key());
    Futures.whenDone(
        server.ask(new Command.Send("", entry.to(), entry.text(), entry.key())),
        (reply, _) -> answered(entry, reply));
  }

  private void answered(OutboxEntry entry, @Nullable Reply reply) {
    if (!inFlight.containsKey(entry.key())) {
      return;
    }
    switch (reply) {
      case Reply.Sent(var id, var at) -> settle(entry, new Standing.Sent(id, at));
      case Reply.Refused refused -> refused(entry, refused);
      case Reply.Failed(var logId) -> failed(entry, logId);
      case null, default -> again(entry, FIRST_PAUSE);
    }
  }

  private void refused(OutboxEntry entry, Reply.Refused refused) {
    switch (refused.reason()) {
      case TOO_FAST -> again(entry, refused.retryAfter());
      case UNAVAILABLE, LOGIN_REQUIRED -> againLater(entry);
      default -> settle(entry, new Standing.Failed(refused.reason(), refused.detail()));
    }
  }

  private void failed(OutboxEntry entry, String logId) {
    if (bugs.merge(entry.key(), 1, Integer::sum) < MOST_BUGS) {
      againLater(entry);
    } else {
      bugs.remove(entry.key());
      settle(
          entry,
          new Standing.Failed(
              Reason.UNKNOWN, "the server meets a bug, number %s in its log".formatted(logId)));
    }
  }

  private void settle(OutboxEntry entry, Standing standing) {
    inFlight.remove(entry.key());
    pause = FIRST_PAUSE;
    outbox.settles(entry.key(), standing);
    go();
  }

  private void againLater(OutboxEntry entry) {
    var waited = pause;
    var doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    again(entry, waited);
  }

  private void again(OutboxEntry entry, Duration after) {
    inFlight.remove(entry.key());
    outbox.comesBack(Set.of(entry.key()));
    pauseFor(after);
  }

  private void pauseFor(Duration time) {
    isPausing = true;
    timer.cancel();
    timer =
        loop.after(
            time,
            () -> {
              isPausing = false;
              go();
            });
  }

  private void takeHold() {
    var folder = this.folder;
    if (folder == null) {
      return;
    }
    holding = Holding.ASKING;
    Futures.whenDone(
        disk.run(() -> folder.tryLock(LOCK)),
        (taken, _) -> held(taken == null ? Optional.empty() : taken));
  }

  /// What others have sent while they had the lock must be known before anything is sent.
  private void held(Optional<Folder.Lock> taken) {
    if (taken.isEmpty()) {
      holding = Holding.NOTHING;
      tryAgain();
      return;
    }
    lock = taken.get();
    if (user.isEmpty()) {
      release();
      return;
    }
    Futures.whenDone(outbox.look(), (_, failure) -> looked(failure == null));
  }

  private void looked(boolean isUpToDate) {
    if (user.isEmpty() || !isUpToDate) {
      release();
      tryAgain();
    } else {
      holding = Holding.LOCK;
      go();
    }
  }

  private void tryAgain() {
    if (!user.isEmpty()) {
      outbox.tend();
      pauseFor(LOCK_PAUSE);
    }
  }

  private void letGo() {
    if (holding == Holding.LOCK && inFlight.isEmpty()) {
      release();
    }
  }

  /// Behind what is still to be written, so that whoever takes it next reads that.
  private void release() {
    holding = Holding.NOTHING;
    var held = lock;
    lock = null;
    if (held != null) {
      disk.thread().execute(held::close);
    }
  }
}
