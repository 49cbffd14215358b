package kabar.tui.panels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kabar.protocol.Reply;
import kabar.tui.bindings.Intent;
import kabar.tui.commands.SlashCommand;
import kabar.tui.commands.Target;
import kabar.tui.commands.Targets;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Surface;
import kabar.tui.state.Overlay;
import kabar.tui.text.Clean;
import kabar.tui.words.Phrase;

/// Go to anything: what fits what was typed, one of it chosen.
final class GoToOverlay {
  private static final int SECOND_COLUMN = 24;

  private GoToOverlay() {}

  static void paint(Picture picture, Surface all, Overlay.GoTo goTo) {
    var me = picture.state().standing().me();
    var targets = Targets.of(picture.state().lists(), me, goTo.query().text());
    var hint = picture.say(Phrase.GO_TO_HINT);
    int rows = Math.clamp(targets.size(), 1, Math.max(1, all.rows() - 2));
    var inside = Frame.paint(picture, all, picture.say(Phrase.DO_GO_TO), hint, rows);
    if (targets.isEmpty()) {
      var query = Clean.line(goTo.query().text());
      inside.put(0, 0, picture.cut(nothing(picture, query), inside.columns()), Ink.OVERLAY);
      return;
    }
    int chosen = Math.clamp(goTo.chosen(), 0, targets.size() - 1);
    LineList.paint(picture, inside, lines(picture, inside, targets, chosen), chosen);
  }

  private static String nothing(Picture picture, String query) {
    return query.isEmpty()
        ? picture.say(Phrase.NOBODY_TO_GO_TO, picture.key(Intent.BACK).orElse(""))
        : picture.say(Phrase.NOTHING_FITS, query);
  }

  private static List<Line> lines(
      Picture picture, Surface inside, List<Target> targets, int chosen) {
    var lines = new ArrayList<Line>();
    for (var target : targets) {
      var line = line(picture, inside, target);
      boolean isChosen = lines.size() == chosen;
      lines.add(isChosen ? line.with(0, picture.glyphs().chosen(), Ink.CHOSEN).chosen() : line);
    }
    return lines;
  }

  private static Line line(Picture picture, Surface inside, Target target) {
    return switch (target) {
      case Target.Open(var user) -> person(picture, inside, user);
      case Target.Run(var command) -> command(picture, inside, command);
      case Target.Find(var text) ->
          Line.of(
              " "
                  + picture.cut(
                      picture.say(Phrase.DO_SEARCH) + ": " + Clean.line(text),
                      inside.columns() - 1),
              Ink.OVERLAY);
    };
  }

  private static Line person(Picture picture, Surface inside, String user) {
    var line = Line.of(" " + picture.cut(picture.at(user), SECOND_COLUMN - 4), Ink.OVERLAY);
    var person = picture.person(user);
    if (person.isPresent()) {
      var presence = person.get().presence();
      int room = inside.columns() - SECOND_COLUMN - 6;
      var name = picture.cut(Clean.line(person.get().profile().displayName()), room);
      line =
          line.with(SECOND_COLUMN - 2, Presence.glyph(picture, presence), Presence.ink(presence))
              .with(SECOND_COLUMN, name, Ink.FAINT);
    }
    long unread = talk(picture, user).map(Reply.Talk::unread).orElse(0L);
    return line.right(inside.columns(), Badge.direct(unread), Ink.BADGE);
  }

  private static Optional<Reply.Talk> talk(Picture picture, String user) {
    return picture.state().lists().talks().stream()
        .filter(known -> known.with().user().equals(user))
        .findFirst();
  }

  private static Line command(Picture picture, Surface inside, SlashCommand command) {
    var usage = (command.word() + " " + command.arguments()).strip();
    var words = picture.cut(picture.say(command.phrase()), inside.columns() - SECOND_COLUMN);
    return Line.of(" " + picture.cut(usage, SECOND_COLUMN - 2), Ink.KEY)
        .with(SECOND_COLUMN, words, Ink.OVERLAY);
  }
}
