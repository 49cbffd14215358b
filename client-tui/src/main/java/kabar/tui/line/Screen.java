package kabar.tui.line;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Where everything is printed, in UTF-8 whatever the locale, and at once.
final class Screen {
  private final PrintStream out;

  Screen(OutputStream out) {
    this.out = new PrintStream(out, false, StandardCharsets.UTF_8);
  }

  /// Prints our own words as they are.
  void print(String words) {
    out.print(words);
    out.flush();
  }

  /// Prints lines that others may have had their hands in.
  void lines(List<String> lines) {
    lines.forEach(line -> out.print(harmless(line) + "\n"));
    out.flush();
  }

  void line(String line) {
    lines(List.of(line));
  }

  /// The text with everything that a terminal might obey instead of showing it, control characters
  /// and those that change the direction among them, as JSON would escape it.
  static String harmless(String text) {
    return text.codePoints().mapToObj(Screen::harmless).collect(Collectors.joining());
  }

  private static String harmless(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          escaped(point);
      default -> Character.toString(point);
    };
  }

  private static String escaped(int point) {
    return Character.toString(point)
        .chars()
        .mapToObj("\\u%04x"::formatted)
        .collect(Collectors.joining());
  }
}
