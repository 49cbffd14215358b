package kabar.tui;

import java.util.List;
import java.util.function.Function;
import kabar.protocol.print.JsonLine;
import kabar.tui.print.OutputException;
import kabar.tui.words.Phrase;

/// How things of one kind are listed.
///
/// @param shape as scripts read one
/// @param row as people read one, in a table
/// @param <T> the kind
record Listing<T>(Function<T, JsonLine> shape, Function<T, JsonLine> row) {

  /// Prints them.
  ///
  /// @param nothing what people are told if there are none
  /// @throws OutputException if that is not possible
  void print(Errand errand, List<T> things, Phrase nothing) throws OutputException {
    var printer = errand.printer();
    if (printer.isJson()) {
      for (var thing : things) {
        printer.json(shape.apply(thing));
      }
    } else if (things.isEmpty()) {
      printer.line(errand.say(nothing));
    } else {
      printer.table(things.stream().map(row).toList());
    }
  }
}
