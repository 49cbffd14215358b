package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kabar.api.store.Cursor;
import kabar.protocol.Command;
import kabar.protocol.Event;
import kabar.protocol.Notice;
import kabar.protocol.Reply;

/// A peer that follows what happens over one connection after the other. It takes from a short
/// queue what it likes, when it likes, and loses the rest with each connection. For one thread; the
/// queue is filled by any.
final class CutSubscriber {
  private static final int ROOM = 16;

  private final Router router;
  private final String user;
  private final Random random;
  private final List<Long> positions = new ArrayList<>();
  private final List<Long> messages = new ArrayList<>();
  private String cursor;
  private String token = "";
  private Wire wire = new Wire();
  private Caller caller = FakeOutlet.caller(new FakeOutlet());

  CutSubscriber(Router router, String user, Random random) {
    this.router = router;
    this.user = user;
    this.random = random;
    caller.live(wire);
    var reply = LiveStressTest.ask(router, new Command.Login(user, DemoUsers.PASSWORD), caller);
    token = ((Reply.LoggedIn) reply).token();
    cursor = ((Reply.LoggedIn) reply).cursor();
    subscribe();
  }

  /// A connection whose queue is full after a few notices.
  private static final class Wire implements Outlet {
    private final BlockingQueue<Event> waiting = new LinkedBlockingQueue<>();
    private boolean hasRefused;
    private boolean isCut;

    @Override
    public synchronized boolean push(Notice notice) {
      if (isCut || waiting.size() >= ROOM) {
        hasRefused = true;
        return false;
      }
      waiting.add(notice.event());
      return true;
    }

    @Override
    public synchronized void close() {
      isCut = true;
    }

    /// What there is, at most so many; waits a moment for the first.
    List<Event> take(int most) {
      var taken = new ArrayList<Event>();
      try {
        var first = waiting.poll(10, TimeUnit.MILLISECONDS);
        if (first != null) {
          taken.add(first);
          waiting.drainTo(taken, most - 1);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return taken;
    }

    /// Whether half is free again after a refusal.
    synchronized boolean hasDrained() {
      var hasDrained = hasRefused && waiting.size() <= ROOM / 2;
      hasRefused &= !hasDrained;
      return hasDrained;
    }
  }

  String user() {
    return user;
  }

  /// The positions of all that it was told of.
  List<Long> positions() {
    return positions;
  }

  /// The positions of the messages among them.
  List<Long> messages() {
    return messages;
  }

  long lastPosition() {
    return Cursor.parse(cursor).orElseThrow().position();
  }

  /// Takes a little of what there is, or begins anew.
  void step() {
    if (random.nextInt(200) == 0) {
      reconnect();
    }
    wire.take(1 + random.nextInt(2 * ROOM)).forEach(this::see);
    if (wire.hasDrained()) {
      caller.roomAgain();
    }
  }

  private void see(Event event) {
    switch (event) {
      case Event.Posted(_, var at) -> messages.add(reach(at));
      case Event.Marked(_, _, var at) -> reach(at);
      case Event.Presences _, Event.Typing _, Event.SessionEnded _, Event.Stopping _ -> {}
    }
  }

  private long reach(String at) {
    cursor = at;
    positions.add(lastPosition());
    return lastPosition();
  }

  private void reconnect() {
    wire.close();
    caller.leave();
    router.left(caller);
    wire = new Wire();
    caller = new Caller(FakeConnection.PEER);
    caller.live(wire);
    LiveStressTest.ask(router, new Command.Resume(token), caller);
    subscribe();
  }

  private void subscribe() {
    var reply = LiveStressTest.ask(router, new Command.Subscribe(cursor), caller);
    assertThat(reply).isEqualTo(new Reply.Subscribed(cursor, false));
    caller.answered();
  }
}
