package kabar.tui.editing;

/// Text that is being written, and where in it.
///
/// @param text as it was typed; its lines are separated by `\n`
/// @param cursor an index into the text, in chars, at the begin of a cluster or at the end
public record Buffer(String text, int cursor) {
  public static final Buffer EMPTY = new Buffer("", 0);

  public Buffer {
    if (cursor < 0 || cursor > text.length()) {
      throw new IllegalArgumentException(
          "cursor %d (expected 0..%d)".formatted(cursor, text.length()));
    }
  }

  /// A text with the cursor at its end.
  public static Buffer of(String text) {
    return new Buffer(text, text.length());
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }
}
