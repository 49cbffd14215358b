package kabar.testkit.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kabar.testkit.transcript.Step.Action;

/// Reads the form of a client's transcript that the package describes.
final class ClientTranscriptParser {
  private static final Pattern HEAD = Pattern.compile("# dialect ([a-z]+)(, traced)?:.*");

  private final String name;
  private final List<Step> steps = new ArrayList<>();
  private final List<String> prompt = new ArrayList<>();
  private String promptPlace = "";
  private int terminal = 1;
  private int number;

  private ClientTranscriptParser(String name) {
    this.name = name;
  }

  /// @throws IllegalArgumentException naming the first line that cannot be read
  static ClientTranscript parse(String name, String text) {
    var head = HEAD.matcher(text.lines().findFirst().orElse(""));
    if (!head.matches()) {
      throw new IllegalArgumentException(
          "%s:1: expected '# dialect NAME: …' or '# dialect NAME, traced: …'".formatted(name));
    }
    var parser = new ClientTranscriptParser(name);
    text.lines().forEach(parser::line);
    return new ClientTranscript(name, head.group(1), head.group(2) != null, parser.steps);
  }

  private void line(String line) {
    number++;
    if (line.startsWith("?")) {
      prompt(content(line, 1));
    } else if (line.startsWith(">") && !prompt.isEmpty()) {
      step(new Action.Type(new Line(place(), content(line, 1))));
    } else if (line.equals("^C") && !prompt.isEmpty()) {
      step(new Action.Interrupt());
    } else if (line.equals("^D") && !prompt.isEmpty()) {
      step(new Action.EndInput());
    } else if (line.startsWith("<=") && isAnswering()) {
      printed(TranscriptParser.unescaped(content(line, 2)));
    } else if (line.startsWith("<") && isAnswering()) {
      printed(content(line, 1));
    } else if (line.matches("@[1-9]")) {
      terminal = line.charAt(1) - '0';
    } else if (!line.startsWith("#") && !line.isBlank()) {
      throw new IllegalArgumentException("%s: cannot read '%s'".formatted(place(), line));
    }
  }

  /// What follows a mark and its space, which may be missing where nothing follows.
  private static String content(String line, int markLength) {
    return line.length() <= markLength ? "" : line.substring(markLength + 1);
  }

  private void prompt(String line) {
    if (prompt.isEmpty()) {
      promptPlace = place();
    }
    prompt.add(line);
  }

  private void step(Action action) {
    steps.add(new Step(terminal, new Line(promptPlace, String.join("\n", prompt)), action, ""));
    prompt.clear();
  }

  private boolean isAnswering() {
    return prompt.isEmpty() && !steps.isEmpty();
  }

  private void printed(String line) {
    var last = steps.removeLast();
    steps.add(
        new Step(last.terminal(), last.prompt(), last.action(), last.printed() + line + "\n"));
  }

  private String place() {
    return "%s:%d".formatted(name, number);
  }
}
