package kabar.tui.panels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kabar.protocol.Person;
import kabar.protocol.Reply;
import kabar.tui.bindings.Intent;
import kabar.tui.layout.Shape;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Surface;
import kabar.tui.text.CellWidth;
import kabar.tui.text.Clean;
import kabar.tui.words.Phrase;

/// The top line: which conversation is open and what is known of the other side.
final class TitleLine {

  private TitleLine() {}

  static void paint(Picture picture, Surface surface) {
    surface.clear(Ink.TITLE);
    var right = right(picture);
    int room = surface.columns() - 2 - (right.isEmpty() ? 0 : CellWidth.ofText(right) + 2);
    surface.put(1, 0, left(picture, room), Ink.TITLE);
    surface.putRight(surface.columns() - 1, 0, right, Ink.TITLE);
  }

  private static String right(Picture picture) {
    if (picture.layout().shape() == Shape.SINGLE) {
      int name = CellWidth.ofText(parts(picture).getFirst());
      int room = picture.layout().title().columns() - name - 4;
      return ConnectionWords.fitting(picture, room);
    }
    var keys = new ArrayList<String>();
    if (picture.layout().shape() == Shape.TRIPLE) {
      picture
          .key(Intent.GO_TO)
          .ifPresent(key -> keys.add(key + " " + picture.say(Phrase.HINT_GO_TO)));
    }
    picture.key(Intent.HELP).ifPresent(key -> keys.add(key + " " + picture.say(Phrase.DO_HELP)));
    return String.join("   ", keys);
  }

  private static String left(Picture picture, int cells) {
    var dot = " " + picture.glyphs().dot() + " ";
    var text = "";
    for (var part : parts(picture)) {
      var longer = text.isEmpty() ? part : text + dot + part;
      if (CellWidth.ofText(longer) > cells) {
        return text.isEmpty() ? picture.cut(part, cells) : text;
      }
      text = longer;
    }
    return text;
  }

  private static List<String> parts(Picture picture) {
    var with = picture.state().conversation().with();
    if (with.isEmpty()) {
      return List.of("Kabar", Clean.line(picture.state().standing().server().toString()));
    }
    var parts = new ArrayList<String>();
    parts.add(picture.at(with));
    displayName(picture, with).ifPresent(parts::add);
    // While there is no connection nobody knows who has come or gone.
    if (picture.state().standing().isOnline()) {
      picture.person(with).ifPresent(person -> addPresence(picture, parts, person));
    }
    return parts;
  }

  private static Optional<String> displayName(Picture picture, String user) {
    return picture
        .person(user)
        .map(Person::profile)
        .or(() -> talkWith(picture, user).map(Reply.Talk::with))
        .map(profile -> Clean.line(profile.displayName()))
        .filter(name -> !name.isBlank() && !name.equals(user));
  }

  private static Optional<Reply.Talk> talkWith(Picture picture, String user) {
    return picture.state().lists().talks().stream()
        .filter(talk -> talk.with().user().equals(user))
        .findFirst();
  }

  private static void addPresence(Picture picture, List<String> parts, Person person) {
    parts.add(Presence.sentence(picture, person));
    if (!person.text().isBlank()) {
      parts.add(Clean.line(person.text()));
    }
  }
}
