package kabar.domain;

import java.util.ArrayList;
import java.util.List;
import kabar.protocol.Event;
import kabar.protocol.Notice;

/// Keeps what a live peer is told, as far as there is room. Thread-safe.
final class FakeOutlet implements Outlet {
  private final List<Notice> told = new ArrayList<>();
  private int room = Integer.MAX_VALUE;
  private int refusals;
  private boolean isClosed;

  /// A caller that speaks a live dialect.
  static Caller caller(FakeOutlet outlet) {
    var caller = new Caller(FakeConnection.PEER);
    caller.live(outlet);
    return caller;
  }

  @Override
  public synchronized boolean push(Notice notice) {
    if (isClosed || room == 0) {
      refusals++;
      return false;
    }
    room--;
    told.add(notice);
    return true;
  }

  @Override
  public synchronized void close() {
    isClosed = true;
  }

  /// From now on it takes only so many notices.
  synchronized void roomFor(int notices) {
    room = notices;
  }

  synchronized List<Event> told() {
    return told.stream().map(Notice::event).toList();
  }

  synchronized List<Notice> notices() {
    return List.copyOf(told);
  }

  /// What was told since this was last asked.
  synchronized List<Event> take() {
    var taken = told();
    told.clear();
    return taken;
  }

  synchronized int refusals() {
    return refusals;
  }

  synchronized boolean isClosed() {
    return isClosed;
  }
}
