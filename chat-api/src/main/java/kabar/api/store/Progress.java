package kabar.api.store;

/// Hears how far long work has come. Called on the thread that does the work, often and at least
/// once before it is done; must not block for long. An exception thrown here ends the work, which
/// leaves nothing half done and throws it on.
@FunctionalInterface
public interface Progress {

  /// For whoever does not care.
  Progress IGNORED = (_, _) -> {};

  /// So much is done.
  ///
  /// @param done how many units, growing
  /// @param total how many there are as far as is known, at least `done`
  void at(long done, long total);
}
