package kabar.tui.panels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kabar.client.OutboxEntry;
import kabar.protocol.Reply;
import kabar.tui.layout.Shape;
import kabar.tui.paint.Ink;
import kabar.tui.paint.NameInks;
import kabar.tui.paint.Surface;
import kabar.tui.state.Focus;
import kabar.tui.words.Phrase;

/// The conversations, with what is new in them.
final class InboxPanel {
  private static final int BADGE_CELLS = 4;

  private final Picture picture;
  private final Surface surface;
  private final List<Line> lines = new ArrayList<>();
  private int interest;

  private InboxPanel(Picture picture, Surface surface) {
    this.picture = picture;
    this.surface = surface;
  }

  static void paint(Picture picture, Surface surface) {
    surface.clear(Ink.TEXT);
    Heading.paint(picture, surface, Focus.INBOX, Phrase.PANEL_INBOX, unread(picture));
    new InboxPanel(picture, Heading.below(surface)).paint();
  }

  private static String unread(Picture picture) {
    return Badge.direct(
        picture.state().lists().talks().stream().mapToLong(Reply.Talk::unread).sum());
  }

  private void paint() {
    var talks = picture.state().lists().talks();
    if (talks.isEmpty() && !picture.state().conversation().isOpen()) {
      // Beside a conversation's panel the rest is said there.
      var advice = Advice.begin(picture);
      Advice.paint(
          picture, surface, picture.layout().shape().hasSides() ? advice.subList(0, 1) : advice);
      return;
    }
    if (picture.layout().shape() == Shape.TRIPLE) {
      lines.add(Line.of(" " + picture.say(Phrase.SECTION_DIRECT), Ink.FAINT));
    }
    addNewcomer(talks);
    talks.forEach(talk -> add(talk.with().user(), talk.unread()));
    addOthers();
    LineList.paint(picture, surface, lines, interest);
  }

  /// A conversation that has no message yet.
  private void addNewcomer(List<Reply.Talk> talks) {
    var open = picture.state().conversation().with();
    if (!open.isEmpty() && talks.stream().noneMatch(talk -> talk.with().user().equals(open))) {
      add(open, 0);
    }
  }

  private void add(String user, long unread) {
    boolean isOpen = user.equals(picture.state().conversation().with());
    boolean isChosen =
        picture.state().focus() == Focus.INBOX && user.equals(picture.state().chosen());
    var line = line(user, unread, isOpen);
    if (isChosen || (isOpen && picture.state().focus() != Focus.INBOX)) {
      interest = lines.size();
      line = line.with(0, picture.glyphs().chosen(), Ink.STRONG);
    }
    lines.add(isChosen ? line.chosen() : line);
  }

  private Line line(String user, long unread, boolean isOpen) {
    int end = surface.columns() - 1;
    int presence = end - BADGE_CELLS - 1;
    boolean hasDraft = !isOpen && picture.state().lists().drafts().containsKey(user);
    int cells = presence - 1 - (hasDraft ? 2 : 0) - 1;
    var name = picture.cut(picture.at(user), cells);
    var line =
        Line.of(" ", Ink.TEXT)
            .with(1, name, unread > 0 || isOpen ? Ink.UNREAD : NameInks.of(user))
            .right(end + 1, Badge.direct(unread), Ink.BADGE);
    if (hasDraft) {
      line = line.with(presence - 2, picture.glyphs().draft(), Ink.FAINT);
    }
    return withPresence(line, user, presence);
  }

  private Line withPresence(Line line, String user, int column) {
    return picture
        .person(user)
        .map(
            person ->
                line.with(
                    column,
                    Presence.glyph(picture, person.presence()),
                    Presence.ink(person.presence())))
        .orElse(line);
  }

  private void addOthers() {
    var others = new ArrayList<Line>();
    var outbox = picture.state().lists().outbox();
    long failed = outbox.stream().filter(InboxPanel::hasFailed).count();
    other(picture.glyphs().draft(), Phrase.DRAFTS, picture.state().lists().drafts().size())
        .ifPresent(others::add);
    other(picture.glyphs().pending(), Phrase.ON_THEIR_WAY, outbox.size() - failed)
        .ifPresent(others::add);
    other(picture.glyphs().failed(), Phrase.FAILED_TO_SEND, failed).ifPresent(others::add);
    if (!others.isEmpty() && picture.layout().shape() == Shape.TRIPLE) {
      lines.add(Line.BLANK);
      lines.add(Line.of(" " + picture.say(Phrase.SECTION_OTHER), Ink.FAINT));
    }
    lines.addAll(others);
  }

  private static boolean hasFailed(OutboxEntry entry) {
    return entry.standing() instanceof OutboxEntry.Standing.Failed;
  }

  private Optional<Line> other(String glyph, Phrase phrase, long count) {
    if (count == 0) {
      return Optional.empty();
    }
    var words = picture.cut(glyph + " " + picture.say(phrase), surface.columns() - 6);
    return Optional.of(
        Line.of(" " + words, Ink.FAINT).right(surface.columns(), Badge.of(count), Ink.FAINT));
  }
}
