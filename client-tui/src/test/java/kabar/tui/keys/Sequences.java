package kabar.tui.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kabar.tui.keys.Input.Background;
import kabar.tui.keys.Input.FocusChanged;
import kabar.tui.keys.Input.PasteCut;
import kabar.tui.keys.Input.Pasted;
import kabar.tui.keys.Input.Pressed;
import kabar.tui.keys.Input.Typed;

/// The table of `sequences.txt`, which says how it is written.
final class Sequences {
  private static final Pattern CONTROL = Pattern.compile("\\^([@-_?])");

  private Sequences() {}

  /// @param sent as the table writes it
  /// @param inputs as the table writes them
  record Row(String sent, String inputs) {
    byte[] bytes() {
      return controls(sent).getBytes(StandardCharsets.UTF_8);
    }
  }

  static Stream<Row> rows() throws IOException {
    try (var in = Objects.requireNonNull(Sequences.class.getResourceAsStream("sequences.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" *\\| *(?=[^|]*$)", 2))
          .map(parts -> new Row(parts[0], parts[1].strip()));
    }
  }

  static String written(List<Input> inputs) {
    return inputs.stream().map(Sequences::written).collect(Collectors.joining(" "));
  }

  private static String written(Input input) {
    return switch (input) {
      case Pressed(var key) -> key.name();
      case Typed(var text) -> "'" + text + "'";
      case Pasted(var text) -> "paste(" + carets(text.replace('\n', '/')) + ")";
      case PasteCut(var bytes) -> "cut(" + bytes + ")";
      case FocusChanged(var hasFocus) -> hasFocus ? "+focus" : "-focus";
      case Background(var isLight) -> isLight ? "light" : "dark";
    };
  }

  private static String controls(String sent) {
    return CONTROL
        .matcher(sent)
        .replaceAll(
            found -> {
              var control = (char) (found.group(1).charAt(0) ^ 0x40);
              return control == '\\' ? "\\\\" : String.valueOf(control);
            });
  }

  private static String carets(String text) {
    return Pattern.compile("[\\x00-\\x1f]")
        .matcher(text)
        .replaceAll(found -> "^" + (char) (found.group().charAt(0) ^ 0x40));
  }
}
