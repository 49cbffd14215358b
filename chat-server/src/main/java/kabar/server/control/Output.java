package kabar.server.control;

import kabar.api.store.Progress;
import kabar.protocol.print.JsonLine;

/// What a command tells whoever gave it. Any call may throw, and then the command ends: nobody
/// listens any more, or the server stops.
public interface Output {

  /// One of several things of a kind: a line of a table, or of JSON where that was asked for.
  void row(JsonLine row);

  /// A sentence for people.
  void say(String sentence);

  /// Where to tell how far the work has come.
  Progress progress();
}
