package kabar.api.store;

/// How far somebody has read a conversation.
///
/// @param user whose marker it is
/// @param with the other side of the conversation
/// @param upTo the id of the newest message that was read; 0 before anything was
/// @param position where its last move stands in the commit order; 0 if it never moved
public record Marker(String user, String with, long upTo, long position) {}
