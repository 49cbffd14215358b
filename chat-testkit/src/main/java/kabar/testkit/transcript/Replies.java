package kabar.testkit.transcript;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Cuts what a server sends into replies.
final class Replies {
  /// What ends a reply of the text dialect.
  static final String EMPTY_LINE = "\r\n\r\n";

  /// What ends everything that a server says in JSON-RPC.
  static final String LINE_END = "\n";

  private final String terminator;
  private final StringBuilder received = new StringBuilder();

  Replies(String terminator) {
    this.terminator = terminator;
  }

  void add(ByteBuffer bytes) {
    received.append(StandardCharsets.ISO_8859_1.decode(bytes));
  }

  /// The next whole reply, without its terminator.
  Optional<String> poll() {
    int end = received.indexOf(terminator);
    if (end < 0) {
      return Optional.empty();
    }
    var reply = received.substring(0, end);
    received.delete(0, end + terminator.length());
    return Optional.of(reply);
  }

  /// What there is of a reply that is not whole.
  @Override
  public String toString() {
    return received.toString();
  }
}
