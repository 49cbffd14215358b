package kabar.tui.line;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kabar.protocol.print.Printable;

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
    lines.forEach(line -> out.print(Printable.of(line) + "\n"));
    out.flush();
  }

  void line(String line) {
    lines(List.of(line));
  }
}
