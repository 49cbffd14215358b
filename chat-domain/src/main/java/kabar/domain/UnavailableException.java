package kabar.domain;

/// Says that something is asked of a part of the server that it cannot do now; later it may.
public final class UnavailableException extends RuntimeException {

  public UnavailableException(String message) {
    super(message);
  }
}
