package kabar.client;

import java.util.List;
import java.util.Map;
import kabar.client.Mirror.Kept;

/// What a client keeps of what it was told, so that its next start shows something at once.
///
/// @param user whose it is
/// @param cursor up to where it was told, empty if some of what came before may be missing
/// @param conversations the one with the newest message first
/// @param bookmarks how far conversations were read that the server does not know yet
record Cache(String user, String cursor, List<Kept> conversations, Map<String, String> bookmarks) {
  static final Cache EMPTY = new Cache("", "", List.of(), Map.of());

  Cache {
    conversations = List.copyOf(conversations);
    bookmarks = Map.copyOf(bookmarks);
  }
}
