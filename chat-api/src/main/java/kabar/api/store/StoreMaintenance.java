package kabar.api.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SequencedMap;

/// The care of a store that is open. Thread-safe. Calls block until their work is done, and reads
/// and writes go on meanwhile.
public interface StoreMaintenance {

  /// Writes all that is committed at one moment into a new file, readable by its owner only.
  ///
  /// - A backup holds all that was committed before it began, and half of nothing.
  /// - A backup leaves a file that is there alone and fails.
  /// - A backup that fails leaves no file.
  ///
  /// @param file in a folder that is there
  /// @throws IOException if the file cannot be written, or exists
  /// @throws StoreException if the store cannot be read
  void backup(Path file, Progress progress) throws IOException;

  /// Checks everything: that each row is as it was written, and that all can be reached.
  ///
  /// - A store that nobody damaged is sound, and its counts are right.
  ///
  /// @throws StoreException if the store cannot be read at all
  Verification verify(Progress progress);

  /// What takes how much room, in bytes, by name, in a sensible order.
  ///
  /// - The first thing that takes room is the whole, and none takes more.
  SequencedMap<String, Long> usage();
}
