package kabar.testkit.transcript;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the names of a dialogue stand for in one run.
final class Names {
  private static final Pattern NAME = Pattern.compile("\\b[TCMSANWI][1-9][0-9]?\\b");
  private static final Map<Character, String> FORMS =
      Map.of(
          'T', "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
          'C', "[A-Za-z0-9_-]{1,40}",
          'M', "[A-Za-z0-9_-]{1,40}",
          'S', "[A-Za-z0-9_-]{1,40}",
          'A', "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z",
          'N', "\\d{1,18}",
          'W', "[^\"]*",
          'I', "[A-Z0-9-]+");

  private final Map<String, String> known;

  /// @param known what some names stand for from the start
  Names(Map<String, String> known) {
    this.known = new HashMap<>(known);
  }

  /// A line to send, with its names filled in.
  String fill(Line line) {
    var filled = filled(line.text());
    var unknown = NAME.matcher(filled);
    if (unknown.find()) {
      throw new IllegalStateException(
          "%s: nothing so far has shown %s".formatted(line.place(), unknown.group()));
    }
    return filled;
  }

  /// Whether a line is the expected one. If so, names seen for the first time are known.
  boolean accept(String expected, String found) {
    return accept(expected, found, Matcher::matches);
  }

  /// Whether a line has the expected text somewhere in it. If so, as above.
  boolean acceptWithin(String expected, String found) {
    return accept(expected, found, Matcher::find);
  }

  private boolean accept(String expected, String found, Predicate<Matcher> way) {
    var names = new LinkedHashSet<String>();
    var match = pattern(filled(expected), names).matcher(found);
    if (!way.test(match)) {
      return false;
    }
    names.forEach(name -> known.put(name, match.group(name)));
    return true;
  }

  /// A text with the names filled in that are known.
  String filled(String text) {
    return NAME.matcher(text)
        .replaceAll(it -> Matcher.quoteReplacement(known.getOrDefault(it.group(), it.group())));
  }

  private static Pattern pattern(String expected, Set<String> names) {
    var pattern = new StringBuilder();
    int end = 0;
    for (var it : NAME.matcher(expected).results().toList()) {
      var name = it.group();
      pattern.append(Pattern.quote(expected.substring(end, it.start())));
      pattern.append(
          names.add(name) ? "(?<%s>%s)".formatted(name, form(name)) : "\\k<" + name + ">");
      end = it.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(expected.substring(end))).toString());
  }

  private static String form(String name) {
    return FORMS.getOrDefault(name.charAt(0), "");
  }
}
