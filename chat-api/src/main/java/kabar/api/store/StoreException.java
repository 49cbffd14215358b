package kabar.api.store;

/// Says that a store cannot do its work now: its disk is full or failing, or it is closed. What was
/// asked for has not happened. Futures of a {@link Store} fail with nothing else.
public final class StoreException extends RuntimeException {

  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
