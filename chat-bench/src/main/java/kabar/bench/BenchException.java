package kabar.bench;

import java.io.IOException;

/// A measurement could not be made, or what was measured answered wrongly.
final class BenchException extends IOException {

  BenchException(String message) {
    super(message);
  }
}
