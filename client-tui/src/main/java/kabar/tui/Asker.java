package kabar.tui;

import java.util.Optional;

/// Asks whoever sits at the terminal, in lines. Blocks for each answer.
interface Asker {

  /// What is typed, empty once nothing more will be.
  Optional<String> line(String prompt);

  /// The same, which is not to be seen. An empty line is an empty text.
  Optional<String> unseen(String prompt);

  /// Tells something.
  void say(String line);
}
