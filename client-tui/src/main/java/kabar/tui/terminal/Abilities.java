package kabar.tui.terminal;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kabar.tui.keys.KeyDecoder.Pastes;

/// What a terminal can do, as far as the environment tells.
///
/// @param isUnicode whether it shows more than ASCII
record Abilities(Colors colors, boolean isUnicode, Pastes pastes) {

  static Abilities from(Map<String, String> environment) {
    return new Abilities(Colors.from(environment), isUtf8(environment), pastes(environment));
  }

  /// The locale, read here since Java's default charset is UTF-8 under every one (JEP 400).
  private static boolean isUtf8(Map<String, String> environment) {
    var locale =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("C")
            .toLowerCase(Locale.ROOT);
    return locale.contains("utf-8") || locale.contains("utf8");
  }

  /// All that are in use mark what is pasted, but Linux's console and GNU screen, whose name tmux
  /// borrows.
  private static Pastes pastes(Map<String, String> environment) {
    var type = environment.getOrDefault("TERM", "");
    boolean isScreen = type.startsWith("screen") && !environment.containsKey("TMUX");
    return isScreen || type.startsWith("linux") || type.startsWith("vt")
        ? Pastes.GUESSED
        : Pastes.MARKED;
  }
}
