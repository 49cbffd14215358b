package kabar.api.store;

import java.util.Optional;
import java.util.regex.Pattern;

/// A place in a store's commit order, one scale for all accounts.
///
/// On the wire it is a string of at most 40 characters that clients compare for equality only.
///
/// @param incarnation which store: 1 to 16 of `[a-z0-9]`, new for every new or restored store
/// @param position how much was committed before, 0 for an empty store, 18 digits at most
public record Cursor(String incarnation, long position) {
  private static final Pattern TEXT = Pattern.compile("([a-z0-9]{1,16})-(0|[1-9][0-9]{0,17})");
  private static final Pattern INCARNATION = Pattern.compile("[a-z0-9]{1,16}");
  private static final long MAX_POSITION = 999_999_999_999_999_999L;

  public Cursor {
    if (!INCARNATION.matcher(incarnation).matches()) {
      throw new IllegalArgumentException(
          "incarnation: cannot use '%s' (expected %s)".formatted(incarnation, INCARNATION));
    }
    if (position < 0 || position > MAX_POSITION) {
      throw new IllegalArgumentException(
          "position: cannot use %d (expected 0..%d)".formatted(position, MAX_POSITION));
    }
  }

  /// Reads what {@link #toString} wrote; empty for anything else.
  public static Optional<Cursor> parse(String text) {
    var matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(new Cursor(matcher.group(1), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return incarnation + "-" + position;
  }
}
