package kabar.api;

/// Says that a setting cannot be used: which one, what it was, and what would have been right.
/// Stops the start with nothing begun.
public final class SettingsException extends RuntimeException {

  public SettingsException(String message) {
    super(message);
  }
}
