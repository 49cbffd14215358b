package kabar.client;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What a profile folder held when it was opened.
///
/// @param file the outbox, which goes on being read
record Contents(
    Folder folder,
    Optional<KeptSession> session,
    Cache cache,
    Map<String, String> drafts,
    OutboxFile file,
    OutboxFile.Glance outbox) {

  /// Reads all of it. Blocks.
  ///
  /// @param words a new word at each call
  static Contents read(Folder folder, Supplier<String> words) throws ProfileException {
    var file = new OutboxFile(folder, words);
    return new Contents(
        folder,
        SessionFile.in(folder).read(),
        new CacheFile(folder).read(),
        new Drafts(folder).read(),
        file,
        file.look());
  }
}
