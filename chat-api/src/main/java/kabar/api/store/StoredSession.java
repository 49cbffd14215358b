package kabar.api.store;

import java.time.Instant;

/// A login that has not ended. It outlives its connections.
///
/// @param token the hash of its token, unique
/// @param user whose login it is
/// @param device what its owner calls the device, empty if not told
/// @param boundTo the only IP address from which it may be used, as text; empty for any
/// @param createdAt when the login was
/// @param lastUse its last use that was written down
public record StoredSession(
    TokenHash token, String user, String device, String boundTo, Instant createdAt, Use lastUse) {

  /// A login that may be used from anywhere.
  public StoredSession(
      TokenHash token, String user, String device, Instant createdAt, Use lastUse) {
    this(token, user, device, "", createdAt, lastUse);
  }

  /// A use of a session.
  ///
  /// @param at when
  /// @param transport the name of the transport that it came over
  /// @param address where its peer was, as text
  public record Use(Instant at, String transport, String address) {}

  /// The same login after another use.
  public StoredSession used(Use use) {
    return new StoredSession(token, user, device, boundTo, createdAt, use);
  }
}
