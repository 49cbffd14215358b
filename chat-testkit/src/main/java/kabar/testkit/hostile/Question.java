package kabar.testkit.hostile;

import java.util.Optional;
import java.util.regex.Pattern;

/// A request, as far as the server cares. What it has of the client it repeats as it was written.
///
/// @param id a number in digits
/// @param line the whole line
record Question(String id, String method, String line) {
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
  private static final Pattern METHOD = Pattern.compile("\"method\":\"(\\w+)\"");

  /// Empty if the line asks for nothing.
  static Optional<Question> read(String line) {
    var id = ID.matcher(line);
    var method = METHOD.matcher(line);
    return id.find() && method.find()
        ? Optional.of(new Question(id.group(1), method.group(1), line))
        : Optional.empty();
  }

  /// A parameter that is a string, as JSON; an empty string if it is missing.
  String string(String parameter) {
    var found = Pattern.compile("\"" + parameter + "\":(\"(?:[^\"\\\\]|\\\\.)*\")").matcher(line);
    return found.find() ? found.group(1) : "\"\"";
  }

  boolean has(String parameter) {
    return line.contains("\"" + parameter + "\":");
  }
}
