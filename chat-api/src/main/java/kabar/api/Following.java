package kabar.api;

/// Somebody is told of what happens, for as long as this is open.
public interface Following extends AutoCloseable {

  /// Ends it; once it has ended that is harmless.
  @Override
  void close();
}
