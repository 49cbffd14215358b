package kabar.domain;

import kabar.api.store.Store;

/// What subscriptions share.
///
/// @param store what is true
/// @param audience who is subscribed
record Newsroom(Store store, Audience audience, LiveCounters counters) {}
