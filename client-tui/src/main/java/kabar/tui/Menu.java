package kabar.tui;

import java.util.List;
import java.util.stream.IntStream;
import kabar.tui.words.Phrase;

/// Questions that are asked again until the answer is of use.
record Menu(Errand errand, Asker asker) {

  /// Lists what there is, and asks for a number. Enter alone means the first.
  ///
  /// @return an index into the lines
  /// @throws NotDoneException if the input ends
  int choose(List<String> lines) throws NotDoneException {
    IntStream.range(0, lines.size())
        .forEach(index -> asker.say(" %d  %s".formatted(index + 1, lines.get(index))));
    while (true) {
      var typed = answer(" > ");
      if (typed.isEmpty()) {
        return 0;
      }
      if (typed.matches("[1-9]") && Integer.parseInt(typed) <= lines.size()) {
        return Integer.parseInt(typed) - 1;
      }
      asker.say(errand.say(Phrase.CHOOSE, lines.size()));
    }
  }

  /// A text that is not empty.
  ///
  /// @param usual what Enter alone means, empty for nothing
  /// @throws NotDoneException if the input ends
  String required(String prompt, String usual) throws NotDoneException {
    while (true) {
      var typed = answer(usual.isEmpty() ? prompt : "%s[%s] ".formatted(prompt, usual));
      if (!typed.isEmpty() || !usual.isEmpty()) {
        return typed.isEmpty() ? usual : typed;
      }
    }
  }

  /// Whatever is typed.
  ///
  /// @throws NotDoneException if the input ends
  String answer(String prompt) throws NotDoneException {
    return asker.line(prompt).map(String::strip).orElseThrow(this::ended);
  }

  /// What to end with if nothing more is typed: nothing was done.
  NotDoneException ended() {
    return new NotDoneException(
        ExitCode.NOT_LOGGED_IN, errand.say(Phrase.NOT_LOGGED_IN, errand.profile()));
  }
}
