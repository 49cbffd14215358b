package kabar.server.control;

/// Says in one sentence that a command was not done, or not to its end, or has found faults.
public final class RefusedException extends RuntimeException {

  public RefusedException(String message) {
    super(message);
  }
}
