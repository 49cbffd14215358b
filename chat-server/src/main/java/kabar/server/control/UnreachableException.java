package kabar.server.control;

/// Says in one sentence that there is no server to give a command to.
public final class UnreachableException extends RuntimeException {

  UnreachableException(String message) {
    super(message);
  }
}
