package kabar.domain;

import kabar.api.transport.Peer;
import kabar.protocol.Notice;

/// Callers whose dialect is a live one.
final class Live {
  private Live() {}

  /// Somebody on a new connection, who takes every notice.
  static Caller caller() {
    return caller(FakeConnection.PEER);
  }

  /// The same, at an IP address.
  static Caller caller(String address) {
    return caller(FakeConnection.peerAt(address));
  }

  private static Caller caller(Peer peer) {
    var caller = new Caller(peer);
    caller.live(new Ear());
    return caller;
  }

  private static final class Ear implements Outlet {

    @Override
    public boolean push(Notice notice) {
      return true;
    }

    @Override
    public void close() {
      throw new AssertionError("nobody closes a connection here");
    }
  }
}
