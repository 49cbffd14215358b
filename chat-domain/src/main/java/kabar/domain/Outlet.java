package kabar.domain;

import kabar.protocol.Notice;

/// Tells one peer what it did not ask for. Thread-safe; no call blocks.
interface Outlet {

  /// Hands a notice over, unless too much waits for the peer already or it is gone. After a refusal
  /// the caller's {@link Caller#whenRoom} is run once there is room again.
  ///
  /// @return whether the notice was accepted
  boolean push(Notice notice);

  /// Sends what was accepted, then ends the connection.
  void close();
}
