package kabar.api.store;

import java.util.Optional;
import java.util.regex.Pattern;

/// A place in a store's commit order, one scale for all accounts.
///
/// On the wire it is a string of at most 40 characters that clients compare for equality only.
///
/// @param incarnation which store: 1 to 16 of `[a-z0-9]`, new for every new or restored store
/// @param position how much was committed before, 0 for an empty store
public record Cursor(String incarnation, long position) {
  private static final Pattern TEXT = Pattern.compile("([a-z0-9]{1,16})-(\\d{1,18})");

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
