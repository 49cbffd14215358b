package kabar.api.store;

import java.time.Instant;

/// A message on its way into the store.
///
/// @param from the sender's user name
/// @param to the receiver's user name
/// @param text any Unicode text without lone surrogates, as it is to be kept
/// @param key the client's own name for it, unique per sender; empty if there is none
/// @param at when the server took it; the order is the store's, not the clock's
public record NewMessage(String from, String to, String text, String key, Instant at) {}
