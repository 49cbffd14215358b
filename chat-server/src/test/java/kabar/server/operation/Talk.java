package kabar.server.operation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import kabar.api.store.Progress;
import kabar.protocol.print.JsonLine;
import kabar.server.control.Dialogue;

/// Has some lines of input, and remembers what a command told.
class Talk implements Dialogue {
  final List<String> rows = new ArrayList<>();
  final List<String> sentences = new ArrayList<>();
  private final Deque<String> input;

  Talk(List<String> input) {
    this.input = new ArrayDeque<>(input);
  }

  @Override
  public void row(JsonLine row) {
    rows.add(row.json());
  }

  @Override
  public void say(String sentence) {
    sentences.add(sentence);
  }

  @Override
  public Progress progress() {
    return Progress.IGNORED;
  }

  @Override
  public List<String> more() {
    return input.isEmpty() ? List.of() : List.of(input.remove());
  }
}
