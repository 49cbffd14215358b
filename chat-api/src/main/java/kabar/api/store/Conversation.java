package kabar.api.store;

/// A conversation as one of its two sides sees it.
///
/// @param with the other side
/// @param last the newest message, of either side
/// @param unread how many messages of the other side are newer than the marker; none in the
///     conversation of a user with themselves
/// @param marker the id of the newest message that was read, 0 before anything was
public record Conversation(String with, Message last, long unread, long marker) {}
