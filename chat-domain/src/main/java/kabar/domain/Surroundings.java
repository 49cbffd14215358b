package kabar.domain;

import java.time.InstantSource;
import kabar.api.fanout.Fanout;
import kabar.api.store.Store;

/// What the rules of chat stand on, and what tests replace.
///
/// @param hits where reached limits are counted
/// @param fanout how those who serve the store hear of each other
record Surroundings(
    Store store,
    PasswordHasher hasher,
    InstantSource clock,
    Clockwork clockwork,
    LimitHits hits,
    Fanout fanout) {

  /// Of a chat that is one process.
  Surroundings(
      Store store,
      PasswordHasher hasher,
      InstantSource clock,
      Clockwork clockwork,
      LimitHits hits) {
    this(store, hasher, clock, clockwork, hits, new LocalFanout());
  }
}
