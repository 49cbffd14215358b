package kabar.client;

import java.io.IOException;

/// Says that a request has no answer: the client was offline, or lost its connection, or the answer
/// took too long. Whether the server carried it out is not known, unless it never left.
public final class UnansweredException extends IOException {
  private final boolean hasLeft;

  UnansweredException(String message, boolean hasLeft) {
    super(message);
    this.hasLeft = hasLeft;
  }

  /// Whether the request was handed to the connection, so that the server may have carried it out.
  public boolean hasLeft() {
    return hasLeft;
  }
}
