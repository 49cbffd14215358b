package kabar.testkit.transcript;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the form of a transcript that the package describes.
final class TranscriptParser {
  private static final Pattern DIALECT = Pattern.compile("dialect ([a-z]+)");
  private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");

  private final String name;
  private final List<Exchange> exchanges = new ArrayList<>();
  private String dialect = "";
  private int connection = 1;
  private int number;

  private TranscriptParser(String name) {
    this.name = name;
  }

  /// @throws IllegalArgumentException naming the first line that cannot be read
  static Transcript parse(String name, String text) {
    var parser = new TranscriptParser(name);
    text.lines().forEach(parser::line);
    if (parser.dialect.isEmpty()) {
      throw new IllegalArgumentException("%s: no comment names the dialect".formatted(name));
    }
    return new Transcript(name, parser.dialect, parser.exchanges);
  }

  private void line(String line) {
    number++;
    if (line.startsWith("C: ")) {
      request(utf8(line.substring(3)) + " \r\n");
    } else if (line.startsWith("C= ")) {
      request(unescaped(utf8(line.substring(3))));
    } else if (line.startsWith("S: ") && !exchanges.isEmpty()) {
      reply(line.substring(3));
    } else if (line.matches("@[1-9]")) {
      connection = line.charAt(1) - '0';
    } else if (line.startsWith("#")) {
      comment(line);
    } else if (!line.isBlank()) {
      throw new IllegalArgumentException("%s: cannot read '%s'".formatted(place(), line));
    }
  }

  private void request(String text) {
    exchanges.add(new Exchange(connection, new Line(place(), text), List.of()));
  }

  private void reply(String text) {
    var last = exchanges.removeLast();
    var replies = new ArrayList<>(last.replies());
    replies.add(new Line(place(), text));
    exchanges.add(new Exchange(last.connection(), last.request(), replies));
  }

  private void comment(String line) {
    var found = DIALECT.matcher(line);
    if (dialect.isEmpty() && found.find()) {
      dialect = found.group(1);
    }
  }

  private String place() {
    return "%s:%d".formatted(name, number);
  }

  /// A character for each byte of UTF-8.
  private static String utf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /// A text with `\xNN` for some of its bytes.
  static String unescaped(String text) {
    return BYTE.matcher(text)
        .replaceAll(
            it -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(it.group(1), 16))));
  }
}
