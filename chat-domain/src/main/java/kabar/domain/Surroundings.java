package kabar.domain;

import java.time.InstantSource;
import kabar.api.store.Store;

/// What the rules of chat stand on, and what tests replace.
///
/// @param hits where reached limits are counted
record Surroundings(
    Store store, PasswordHasher hasher, InstantSource clock, Clockwork clockwork, LimitHits hits) {}
