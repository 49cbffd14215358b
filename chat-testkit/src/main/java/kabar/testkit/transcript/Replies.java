package kabar.testkit.transcript;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Cuts what a server sends into replies.
final class Replies {
  private static final String TERMINATOR = "\r\n\r\n";

  private final StringBuilder received = new StringBuilder();

  void add(ByteBuffer bytes) {
    received.append(StandardCharsets.ISO_8859_1.decode(bytes));
  }

  /// The next whole reply, without its terminator.
  Optional<String> poll() {
    int end = received.indexOf(TERMINATOR);
    if (end < 0) {
      return Optional.empty();
    }
    var reply = received.substring(0, end);
    received.delete(0, end + TERMINATOR.length());
    return Optional.of(reply);
  }

  /// What there is of a reply that is not whole.
  @Override
  public String toString() {
    return received.toString();
  }
}
