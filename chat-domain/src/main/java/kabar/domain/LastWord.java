package kabar.domain;

import kabar.protocol.Notice;

/// A notice that a peer is to get even if there is no room for it at first. Thread-safe.
final class LastWord {
  private final Outlet outlet;
  private final Notice notice;
  private boolean isSaid; // guarded by this

  LastWord(Outlet outlet, Notice notice) {
    this.outlet = outlet;
    this.notice = notice;
  }

  /// Says it now, or else when the caller has room.
  void say(Caller caller) {
    caller.whenRoom(this::say);
    say();
  }

  private synchronized void say() {
    if (!isSaid) {
      isSaid = outlet.push(notice);
    }
  }
}
