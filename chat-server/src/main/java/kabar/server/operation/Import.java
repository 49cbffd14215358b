package kabar.server.operation;

import kabar.protocol.print.JsonLine;
import kabar.server.control.Dialogue;
import kabar.server.control.RefusedException;

/// Takes in what another server has exported.
final class Import {
  private final Site site;

  Import(Site site) {
    this.site = site;
  }

  /// Ends at the first line that cannot be used; what was done before it stays done. The same file
  /// again changes nothing that is done already.
  void run(JsonLine request, Dialogue dialogue) {
    var passage = new ImportPassage(site);
    long number = 0;
    try {
      for (var lines = dialogue.more(); !lines.isEmpty(); lines = dialogue.more()) {
        for (var line : lines) {
          number++;
          passage.take(line);
        }
      }
      passage.requireEnd();
    } catch (RefusedException e) {
      passage.settle();
      dialogue.say(passage.summary());
      throw new RefusedException(
          "import: line %d %s (what stands before it is in; mend it and import the file again)"
              .formatted(number, e.getMessage()));
    }
    passage.settle();
    dialogue.say(passage.summary());
  }
}
