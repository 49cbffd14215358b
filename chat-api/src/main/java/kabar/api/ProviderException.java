package kabar.api;

/// Says that the providers on the module path cannot serve: one is asked for that is not there, two
/// share a name, a name is malformed, or one cannot be loaded. Stops the start.
public final class ProviderException extends RuntimeException {

  public ProviderException(String message) {
    super(message);
  }

  public ProviderException(String message, Throwable cause) {
    super(message, cause);
  }
}
