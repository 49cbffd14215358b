package kabar.domain;

import kabar.api.store.TokenHash;
import kabar.protocol.Profile;

/// A login that this server knows of at the moment. There is one object for each; it is compared by
/// identity. Thread-safe.
final class Session {
  private final TokenHash token;
  private final Profile profile;
  private volatile boolean hasEnded;

  Session(TokenHash token, Profile profile) {
    this.token = token;
    this.profile = profile;
  }

  TokenHash token() {
    return token;
  }

  Profile profile() {
    return profile;
  }

  String user() {
    return profile.user();
  }

  /// Whether it has ended: those who found it before may come too late.
  boolean hasEnded() {
    return hasEnded;
  }

  void end() {
    hasEnded = true;
  }
}
