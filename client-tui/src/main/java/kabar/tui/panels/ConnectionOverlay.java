package kabar.tui.panels;

import java.util.ArrayList;
import java.util.List;
import kabar.client.ConnectionState;
import kabar.tui.bindings.Intent;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Surface;
import kabar.tui.state.Standing;
import kabar.tui.text.Clean;
import kabar.tui.text.Wrapping;
import kabar.tui.words.Phrase;

/// How the connection stands, at length.
final class ConnectionOverlay {

  private record Fact(String name, String value) {}

  private ConnectionOverlay() {}

  static void paint(Picture picture, Surface all) {
    var hint = picture.key(Intent.BACK).orElse("") + " " + picture.say(Phrase.DO_BACK);
    int cells = Frame.cells(all, Frame.MOST_COLUMNS);
    var lines = lines(facts(picture), cells);
    var inside =
        Frame.paint(picture, all, picture.say(Phrase.CONNECTION_TITLE), hint, lines.size());
    LineList.paint(picture, inside, lines, 0);
  }

  private static List<Line> lines(List<Fact> facts, int cells) {
    int column = Math.min(cells / 2, Frame.widest(facts.stream().map(Fact::name).toList()) + 2);
    var lines = new ArrayList<Line>();
    for (var fact : facts) {
      var name = fact.name();
      for (var part : Wrapping.lines(fact.value(), cells - column)) {
        lines.add(Line.of(name, Ink.FAINT).with(column, part, Ink.OVERLAY));
        name = "";
      }
    }
    return lines;
  }

  private static List<Fact> facts(Picture picture) {
    var standing = picture.state().standing();
    var facts = new ArrayList<Fact>();
    facts.add(
        new Fact(
            picture.say(Phrase.STANDING), ConnectionWords.fitting(picture, Integer.MAX_VALUE)));
    facts.add(
        new Fact(
            picture.say(Phrase.SINCE),
            picture.times().clockOrDay(standing.since(), picture.state().moment().now())));
    facts.add(new Fact(picture.say(Phrase.SERVER), Clean.line(standing.server().toString())));
    facts.add(new Fact(picture.say(Phrase.TRANSPORT), Clean.line(standing.transport())));
    facts.add(new Fact(picture.say(Phrase.USER), Clean.line(standing.me())));
    standing
        .latency()
        .ifPresent(
            latency ->
                facts.add(new Fact(picture.say(Phrase.LATENCY), ConnectionWords.latency(latency))));
    facts.add(
        new Fact(
            picture.say(Phrase.OUTBOX_NAME), Badge.of(picture.state().lists().outbox().size())));
    addLoss(picture, standing, facts);
    return facts;
  }

  private static void addLoss(Picture picture, Standing standing, List<Fact> facts) {
    switch (standing.connection()) {
      case ConnectionState.Offline offline -> {
        var why = picture.state().settings().sentences().loss(offline.loss());
        facts.add(new Fact(picture.say(Phrase.CAUSE), withDetail(why, offline.detail())));
      }
      case ConnectionState.Refused refused -> {
        if (!refused.detail().isBlank()) {
          facts.add(new Fact(picture.say(Phrase.CAUSE), Clean.line(refused.detail())));
        }
      }
      case ConnectionState.Online _, ConnectionState.Connecting(), ConnectionState.Idle() -> {}
    }
  }

  private static String withDetail(String why, String detail) {
    return detail.isBlank() ? why : why + " (" + Clean.line(detail) + ")";
  }
}
