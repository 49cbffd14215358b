package kabar.tui.panels;

import java.util.ArrayList;
import java.util.List;
import kabar.protocol.Availability;
import kabar.protocol.Person;
import kabar.tui.layout.Shape;
import kabar.tui.paint.Ink;
import kabar.tui.paint.NameInks;
import kabar.tui.paint.Surface;
import kabar.tui.state.Focus;
import kabar.tui.text.CellWidth;
import kabar.tui.text.Clean;
import kabar.tui.words.Phrase;

/// Who is there, who is away, and who was there when.
final class OnlinePanel {
  private final Picture picture;
  private final Surface surface;
  private final List<Line> lines = new ArrayList<>();
  private int interest;

  private OnlinePanel(Picture picture, Surface surface) {
    this.picture = picture;
    this.surface = surface;
  }

  static void paint(Picture picture, Surface surface) {
    surface.clear(Ink.TEXT);
    Heading.paint(picture, surface, Focus.ONLINE, Phrase.PANEL_ONLINE, figures(picture));
    new OnlinePanel(picture, Heading.below(surface)).paint();
  }

  /// While there is no connection nobody knows who has come or gone.
  private static String figures(Picture picture) {
    var standing = picture.state().standing();
    return standing.isOnline() || picture.state().lists().people().isEmpty()
        ? count(picture)
        : picture.say(Phrase.AS_OF, picture.times().clock(standing.since()));
  }

  /// How many are there, of how many.
  static String count(Picture picture) {
    var people = picture.state().lists().people();
    long present =
        people.stream().filter(person -> person.presence() != Availability.OFFLINE).count();
    return people.isEmpty() ? "" : Badge.of(present) + "/" + Badge.of(people.size());
  }

  private void paint() {
    var people = picture.state().lists().people();
    if (people.isEmpty()) {
      Advice.paint(
          picture, surface, List.of(picture.say(Advice.unknown(picture, Phrase.ASKING_WHO))));
      return;
    }
    for (var presence : Availability.values()) {
      addSection(people, presence);
    }
    if (people.stream().allMatch(this::isNotThereOrMe)) {
      lines.add(Line.BLANK);
      Advice.lines(picture.say(Phrase.NOBODY_ELSE), surface.columns()).forEach(lines::add);
    }
    LineList.paint(picture, surface, lines, interest);
  }

  private boolean isNotThereOrMe(Person person) {
    return person.presence() == Availability.OFFLINE || picture.isMe(person.profile().user());
  }

  private void addSection(List<Person> people, Availability presence) {
    var members = people.stream().filter(person -> person.presence() == presence).toList();
    if (!members.isEmpty() && !lines.isEmpty() && isRoomy()) {
      lines.add(Line.BLANK);
      lines.add(Line.of(" " + heading(presence), Ink.FAINT));
    }
    members.forEach(this::add);
  }

  private String heading(Availability presence) {
    var sentences = picture.state().settings().sentences();
    return sentences.availability(presence).toUpperCase(sentences.language().locale());
  }

  private boolean isRoomy() {
    return picture.layout().shape() == Shape.TRIPLE;
  }

  private void add(Person person) {
    var user = person.profile().user();
    boolean isChosen =
        picture.state().focus() == Focus.ONLINE && user.equals(picture.state().chosen());
    var line = line(person);
    if (isChosen) {
      interest = lines.size();
      line = line.with(0, picture.glyphs().chosen(), Ink.STRONG);
    }
    lines.add(isChosen ? line.chosen() : line);
    if (!person.text().isBlank() && picture.layout().shape() != Shape.DOUBLE) {
      lines.add(
          Line.of(
              "   " + picture.cut(Clean.line(person.text()), surface.columns() - 3), Ink.FAINT));
    }
  }

  private Line line(Person person) {
    var user = person.profile().user();
    var since = Presence.since(picture, person);
    var you = picture.isMe(user) ? " " + picture.say(Phrase.YOU) : "";
    int cells = surface.columns() - 4 - CellWidth.ofText(you) - CellWidth.ofText(since);
    var name = picture.cut(Clean.line(user), Math.max(3, cells));
    return Line.of(" ", Ink.TEXT)
        .with(1, Presence.glyph(picture, person.presence()), Presence.ink(person.presence()))
        .with(3, name, picture.isMe(user) ? Ink.ME : nameInk(person))
        .with(3 + CellWidth.ofText(name), you, Ink.FAINT)
        .right(surface.columns(), since, Ink.FAINT);
  }

  private static Ink nameInk(Person person) {
    return person.presence() == Availability.OFFLINE
        ? Ink.OFFLINE
        : NameInks.of(person.profile().user());
  }
}
