package kabar.protocol;

/// What may differ between two listeners that speak the text dialect.
///
/// @param maxLineBytes the longest line that is read, its line end included; at least 1
public record TextDialect(LogoutForm logoutForm, int maxLineBytes) {
  /// The longest line where nobody asks for anything else: 8 KiB.
  public static final int DEFAULT_MAX_LINE_BYTES = 8 * 1024;

  public TextDialect {
    if (maxLineBytes < 1) {
      throw new IllegalArgumentException(
          "maxLineBytes: cannot use '%d' (expected 1 or more)".formatted(maxLineBytes));
    }
  }

  /// The dialect with this logout form and the default limit.
  public static TextDialect of(LogoutForm logoutForm) {
    return new TextDialect(logoutForm, DEFAULT_MAX_LINE_BYTES);
  }
}
