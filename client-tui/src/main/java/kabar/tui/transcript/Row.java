package kabar.tui.transcript;

import java.util.List;

/// One row of a conversation.
///
/// @param id the message that it belongs to, or the key of an entry of the outbox; empty where
/// there
///     is none
/// @param part which of its rows this is, 0 for the first; below 0 for what stands above the
///     message, such as the line between days
/// @param spans from left to right
public record Row(String id, int part, List<Span> spans) {
  public Row {
    spans = List.copyOf(spans);
  }

  /// Whether it is of the message itself.
  public boolean isOf(String message) {
    return part >= 0 && id.equals(message);
  }
}
