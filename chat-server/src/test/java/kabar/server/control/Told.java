package kabar.server.control;

import java.util.ArrayList;
import java.util.List;
import kabar.api.store.Progress;
import kabar.protocol.print.JsonLine;

/// Remembers what a command told.
final class Told implements Output {
  final List<String> rows = new ArrayList<>();
  final List<String> sentences = new ArrayList<>();
  final List<Long> progress = new ArrayList<>();

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
    return (done, _) -> progress.add(done);
  }
}
