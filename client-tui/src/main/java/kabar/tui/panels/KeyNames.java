package kabar.tui.panels;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Names of keys as people know them.
final class KeyNames {

  private KeyNames() {}

  /// How a key is shown: `^G` for `ctrl-g`, `Alt-Enter` for `alt-enter`, `PgUp` for `page-up`.
  static String shown(String name) {
    if (name.length() > 1 && name.endsWith("-")) {
      return shownParts(name.substring(0, name.length() - 1)) + "-";
    }
    var shortened =
        name.replace("page-up", "pgUp").replace("page-down", "pgDn").replace("escape", "esc");
    return shortened.matches("ctrl-[a-z]")
        ? "^" + shortened.substring(5).toUpperCase(Locale.ROOT)
        : shownParts(shortened);
  }

  private static String shownParts(String name) {
    return Arrays.stream(name.split("-", -1))
        .map(part -> name.length() == 1 ? part : capital(part))
        .collect(Collectors.joining("-"));
  }

  private static String capital(String part) {
    return part.isEmpty()
        ? part
        : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
  }
}
