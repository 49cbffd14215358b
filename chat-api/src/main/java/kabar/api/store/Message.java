package kabar.api.store;

import java.time.Instant;

/// A stored message.
///
/// @param id its position in the commit order, 1 or more: unique in its store, and greater than the
///     id of every message committed before it
/// @param from the sender's user name
/// @param to the receiver's user name
/// @param text the text as it was given
/// @param key the client's own name for it, empty if there is none
/// @param at when the server took it
public record Message(long id, String from, String to, String text, String key, Instant at) {}
