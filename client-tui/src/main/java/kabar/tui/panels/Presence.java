package kabar.tui.panels;

import java.time.Duration;
import kabar.protocol.Availability;
import kabar.protocol.Person;
import kabar.tui.paint.Ink;
import kabar.tui.words.Phrase;

/// How somebody's presence is shown.
final class Presence {

  private Presence() {}

  static String glyph(Picture picture, Availability presence) {
    return switch (presence) {
      case ONLINE -> picture.glyphs().online();
      case AWAY -> picture.glyphs().away();
      case OFFLINE -> picture.glyphs().offline();
    };
  }

  static Ink ink(Availability presence) {
    return switch (presence) {
      case ONLINE -> Ink.ONLINE;
      case AWAY -> Ink.AWAY;
      case OFFLINE -> Ink.OFFLINE;
    };
  }

  /// Since when somebody is away or not there; empty for who is there.
  static String since(Picture picture, Person person) {
    var lasting =
        picture.times().roughly(Duration.between(person.since(), picture.state().moment().now()));
    return switch (person.presence()) {
      case ONLINE -> "";
      case AWAY -> lasting;
      case OFFLINE -> picture.say(Phrase.AGO, lasting);
    };
  }

  /// The same as a sentence, with the word.
  static String sentence(Picture picture, Person person) {
    var word = picture.state().settings().sentences().availability(person.presence());
    var since = since(picture, person);
    return since.isEmpty() ? word : word + " " + since;
  }
}
