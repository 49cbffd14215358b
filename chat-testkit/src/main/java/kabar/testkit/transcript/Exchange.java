package kabar.testkit.transcript;

import java.util.List;
import java.util.stream.Stream;

/// What goes out at once on one connection, and the replies to it.
///
/// @param connection 1 for the first
/// @param request one line end or more
/// @param replies in their order
public record Exchange(int connection, Line request, List<Line> replies) {

  public Exchange {
    replies = List.copyOf(replies);
  }

  /// This exchange and the next one of the same connection, without waiting in between.
  Exchange and(Exchange next) {
    return new Exchange(
        connection,
        new Line(request.place(), request.text() + next.request.text()),
        Stream.concat(replies.stream(), next.replies.stream()).toList());
  }
}
