package kabar.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Somebody who knows before what they will answer. All that they are told is kept, prompts too.
final class Script implements Asker {
  private final Deque<String> answers;
  private final List<String> told = new ArrayList<>();

  private Script(List<String> answers) {
    this.answers = new ArrayDeque<>(answers);
  }

  /// Who answers so, and then ends the input.
  static Script of(String... answers) {
    return new Script(Arrays.asList(answers));
  }

  @Override
  public Optional<String> line(String prompt) {
    told.add(prompt);
    return Optional.ofNullable(answers.poll());
  }

  @Override
  public Optional<String> unseen(String prompt) {
    return line("unseen " + prompt);
  }

  @Override
  public void say(String line) {
    told.add(line);
  }

  /// What they were told, if all answers were wanted.
  List<String> told() {
    assertThat(answers).isEmpty();
    return told;
  }
}
