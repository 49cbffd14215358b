package kabar.tui.panels;

import java.util.ArrayList;
import java.util.List;
import kabar.protocol.Availability;
import kabar.tui.bindings.Intent;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Surface;
import kabar.tui.text.Clean;
import kabar.tui.text.Wrapping;
import kabar.tui.words.Phrase;

/// What to do next where there is nothing to be seen.
final class Advice {

  private Advice() {}

  /// How to begin a conversation.
  static List<String> begin(Picture picture) {
    var key = picture.key(Intent.GO_TO).orElse("/msg");
    return List.of(picture.say(none(picture)), picture.say(Phrase.BEGIN_ONE, key));
  }

  private static Phrase none(Picture picture) {
    if (picture.state().lists().areAllTalks()) {
      return Phrase.NO_CONVERSATIONS;
    }
    return unknown(picture, Phrase.ASKING_CONVERSATIONS);
  }

  /// What to say of something that the server has not told yet.
  static Phrase unknown(Picture picture, Phrase asking) {
    return picture.state().standing().isOnline() ? asking : Phrase.NOT_KNOWN_OFFLINE;
  }

  /// What to do where no conversation is open.
  static List<String> open(Picture picture) {
    if (picture.state().lists().talks().isEmpty()) {
      var sentences = new ArrayList<>(begin(picture));
      if (!picture.state().lists().people().isEmpty()) {
        sentences.add(others(picture));
      }
      return sentences;
    }
    return List.of(
        picture.say(Phrase.NOTHING_OPEN),
        picture.say(
            Phrase.CHOOSE_ONE,
            picture.key(Intent.GO_TO).orElse("/msg"),
            picture.key(Intent.NEXT_PANEL).orElse("/inbox")));
  }

  private static String others(Picture picture) {
    var names =
        picture.state().lists().people().stream()
            .filter(person -> person.presence() != Availability.OFFLINE)
            .map(person -> person.profile().user())
            .filter(user -> !picture.isMe(user))
            .map(Clean::line)
            .limit(5)
            .toList();
    return names.isEmpty()
        ? picture.say(Phrase.NOBODY_ELSE)
        : picture.say(Phrase.THERE_ARE, String.join(", ", names));
  }

  static List<Line> lines(String sentence, int columns) {
    return Wrapping.lines(sentence, columns - 2).stream()
        .map(line -> Line.of(" " + line, Ink.FAINT))
        .toList();
  }

  /// Paints sentences below each other, with a blank row between.
  static void paint(Picture picture, Surface surface, List<String> sentences) {
    var all = new ArrayList<Line>();
    for (var sentence : sentences) {
      if (!all.isEmpty()) {
        all.add(Line.BLANK);
      }
      all.addAll(lines(sentence, surface.columns()));
    }
    // Where there is little room the blank rows go first.
    if (all.size() > surface.rows()) {
      all.removeIf(Line.BLANK::equals);
    }
    LineList.paint(picture, surface, all, 0);
  }
}
