package kabar.testkit.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The collection of hostile texts, which is data: the resource `hostile-texts.txt`.
///
/// A line is a name, ` = ` and a text. In a text `\x{1b}` is a code point, also half a surrogate
/// pair, and `\*500{…}` repeats what is in its braces. Empty lines and lines with `#` in front are
/// for readers.
public final class HostileTexts {
  private static final String RESOURCE = "hostile-texts.txt";
  private static final Pattern POINT = Pattern.compile("\\\\x\\{(\\p{XDigit}{1,6})}");

  /// What is repeated may have code points in it, but no further repetition.
  private static final Pattern REPEATED =
      Pattern.compile("\\\\\\*(\\d{1,6})\\{((?:\\\\x\\{\\p{XDigit}{1,6}}|[^{}])+)}");

  private HostileTexts() {}

  /// All of them, in the order of the file.
  public static List<HostileText> all() {
    return read(resource());
  }

  /// Those that a message can be, in the order of the file.
  public static List<HostileText> wellFormed() {
    return all().stream().filter(HostileText::isWellFormed).toList();
  }

  /// Reads a collection.
  ///
  /// @throws IllegalArgumentException if a line has no name or no text
  static List<HostileText> read(String file) {
    return file.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(HostileTexts::entry)
        .toList();
  }

  private static HostileText entry(String line) {
    int end = line.indexOf(" = ");
    if (end <= 0) {
      throw new IllegalArgumentException("found '%s' (expected NAME = TEXT)".formatted(line));
    }
    return new HostileText(line.substring(0, end), unfolded(line.substring(end + 3)));
  }

  private static String unfolded(String text) {
    var repeated =
        REPEATED
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        found.group(2).repeat(Integer.parseInt(found.group(1)))));
    return POINT
        .matcher(repeated)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
  }

  private static String resource() {
    try (var file = HostileTexts.class.getResourceAsStream(RESOURCE)) {
      if (file == null) {
        throw new IllegalStateException("no resource " + RESOURCE);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
