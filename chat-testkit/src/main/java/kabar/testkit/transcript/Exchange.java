package kabar.testkit.transcript;

import java.util.List;
import java.util.stream.Stream;

/// What goes out at once on one connection, and the replies to it.
///
/// @param connection 1 for the first
/// @param request one line end or more
/// @param replies in their order
public record Exchange(int connection, Line request, List<Line> replies) {
  // The limits of docs/text-dialect.md.
  private static final int MAX_LINE_BYTES = 8_192;
  private static final int MAX_BOUND_BYTES = 1_200;
  private static final int MAX_BYTES = 128;

  public Exchange {
    replies = List.copyOf(replies);
  }

  /// Whether it can be had in bare datagrams as well: one request that begins with printable ASCII
  /// and is no longer than a line may be, with one reply that has room there.
  boolean fitsBareDatagrams() {
    return replies.size() == 1
        && isBareRequest(request.text())
        && Tokens.filledLength(replies.getFirst().text() + Replies.EMPTY_LINE) <= mostReplyBytes();
  }

  private static boolean isBareRequest(String text) {
    int lineEnd = text.indexOf('\n');
    return text.matches("(?s)[ -~].*")
        && (lineEnd < 0 || lineEnd == text.length() - 1)
        && Tokens.filledLength(text) <= MAX_LINE_BYTES;
  }

  /// All tokens of a dialogue in bare datagrams are bound to the address.
  private int mostReplyBytes() {
    return Tokens.names(request.text()).findAny().isPresent() ? MAX_BOUND_BYTES : MAX_BYTES;
  }

  /// This exchange and the next one of the same connection, without waiting in between.
  Exchange and(Exchange next) {
    return new Exchange(
        connection,
        new Line(request.place(), request.text() + next.request.text()),
        Stream.concat(replies.stream(), next.replies.stream()).toList());
  }
}
