package kabar.testkit.transport;

import java.io.Serial;

/// Thrown by handlers and receivers to see what becomes of their connection.
final class OnPurpose extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  OnPurpose() {
    super("thrown by a test of the contract", null, false, false);
  }
}
