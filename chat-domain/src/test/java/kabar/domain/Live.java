package kabar.domain;

/// Callers whose dialect is a live one.
final class Live {
  private Live() {}

  /// Somebody on a new connection, who takes every notice.
  static Caller caller() {
    return FakeOutlet.caller(new FakeOutlet());
  }

  /// The same, at an IP address.
  static Caller caller(String address) {
    var caller = new Caller(FakeConnection.peerAt(address));
    caller.live(new FakeOutlet());
    return caller;
  }
}
