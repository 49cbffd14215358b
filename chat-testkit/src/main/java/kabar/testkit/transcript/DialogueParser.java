package kabar.testkit.transcript;

import java.util.ArrayList;
import java.util.List;

/// Reads the form of a dialogue in a document that the package describes.
final class DialogueParser {
  private static final String FENCE = "```";
  private static final String BEGIN = FENCE + "dialogue";

  private final String name;
  private final List<Turn> turns = new ArrayList<>();
  private String connection = "";
  private boolean isInside;
  private int number;

  private DialogueParser(String name) {
    this.name = name;
  }

  /// @throws IllegalArgumentException naming the first line that cannot be read
  static Dialogue parse(String name, String text) {
    var parser = new DialogueParser(name);
    text.lines().forEach(parser::line);
    return new Dialogue(name, parser.turns);
  }

  private void line(String line) {
    number++;
    if (!isInside) {
      isInside = line.equals(BEGIN);
      refuseUnmarked(line);
    } else if (line.equals(FENCE)) {
      isInside = false;
    } else {
      turn(line);
    }
  }

  /// An example that nobody tries would be worth nothing.
  private void refuseUnmarked(String line) {
    if (line.startsWith("> {") || line.startsWith("< {")) {
      throw new IllegalArgumentException(
          "%s: an example outside of %s: '%s'".formatted(place(), BEGIN, line));
    }
  }

  private void turn(String line) {
    if (line.startsWith("@ ")) {
      connection = line.substring(2);
    } else if (line.startsWith("> ") && !connection.isEmpty()) {
      turns.add(new Turn.Ask(connection, new Line(place(), line.substring(2))));
    } else if (line.startsWith("< ") && !connection.isEmpty()) {
      turns.add(new Turn.Hear(connection, new Line(place(), line.substring(2))));
    } else if (line.equals("(a second later)")) {
      turns.add(new Turn.Pass());
    } else {
      throw new IllegalArgumentException("%s: cannot read '%s'".formatted(place(), line));
    }
  }

  private String place() {
    return "%s:%d".formatted(name, number);
  }
}
