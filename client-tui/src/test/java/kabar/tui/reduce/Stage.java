package kabar.tui.reduce;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import kabar.client.ConnectionState;
import kabar.client.OutboxEntry;
import kabar.client.Way;
import kabar.protocol.Availability;
import kabar.protocol.Person;
import kabar.protocol.Profile;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import kabar.tui.bindings.Intent;
import kabar.tui.paint.Size;
import kabar.tui.state.Overlay;
import kabar.tui.state.Settings;
import kabar.tui.state.Standing;
import kabar.tui.state.TuiState;
import kabar.tui.words.Language;
import kabar.tui.words.Sentences;

/// The client of a coach who is online, at a terminal of 80×24 cells; what is done to it, and what
/// it asked
/// for since.
final class Stage {
  static final String ME = "coach";
  static final Instant BEGIN = Instant.parse("2025-11-19T09:40:00Z");
  static final ConnectionState ONLINE =
      new ConnectionState.Online(profile(ME), Way.straight("tcp"));

  private TuiState state =
      TuiState.begin(
          new Size(80, 24),
          new Settings(
              new Sentences(Language.ENGLISH), ZoneId.of("UTC"), "terminal", true, true, false),
          new Standing(URI.create("tcp://localhost:8889"), ME, ONLINE, BEGIN, 0, 0),
          BEGIN);
  private final List<Effect> effects = new ArrayList<>();

  /// With conversations with messi and henderson, of whom messi wrote last, all read; messi's is
  /// open.
  static Stage withTalks() {
    var stage = new Stage();
    stage.act(
        new Action.PeopleRead(
            List.of(
                person("messi", Availability.ONLINE),
                person("henderson", Availability.AWAY),
                person("lineker", Availability.OFFLINE))));
    stage.act(
        new Action.TalksRead(List.of(talk("messi", 0, "m5"), talk("henderson", 0, "h1")), true));
    stage.act(new Action.HistoryRead("messi", history(false, notes("messi", 1, 5))));
    stage.effects.clear();
    return stage;
  }

  TuiState state() {
    return state;
  }

  /// What it asked for since the last call.
  List<Effect> effects() {
    var asked = List.copyOf(effects);
    effects.clear();
    return asked;
  }

  String text() {
    return state.composer().buffer().text();
  }

  String remark() {
    return state.moment().remark();
  }

  Overlay overlay() {
    return state.overlay();
  }

  String open() {
    return state.conversation().with();
  }

  Stage act(Action action) {
    var next = Reducer.reduce(state, action);
    state = next.state();
    effects.addAll(next.effects());
    return this;
  }

  Stage press(Intent... intents) {
    for (var intent : intents) {
      act(new Action.Meant(intent));
    }
    return this;
  }

  Stage type(String text) {
    text.codePoints().forEach(code -> act(new Action.Typed(Character.toString(code))));
    return this;
  }

  Stage enter(String text) {
    return type(text).press(Intent.SEND);
  }

  Stage paste(String text) {
    return act(new Action.Pasted(text));
  }

  Stage pass(Duration time) {
    return act(new Action.Ticked(state.moment().now().plus(time)));
  }

  static Profile profile(String user) {
    return new Profile(user, user, "");
  }

  static Person person(String user, Availability presence) {
    return new Person(profile(user), presence, "", BEGIN);
  }

  /// A message of the other side, told by its place in the conversation.
  static Reply.Note note(String with, int place) {
    return new Reply.Note(
        with.charAt(0) + String.valueOf(place),
        with,
        ME,
        "text " + place,
        "",
        BEGIN.minusSeconds(3600 - place));
  }

  static Reply.Note own(String to, String id, String text) {
    return new Reply.Note(id, ME, to, text, "key-" + id, BEGIN);
  }

  static List<Reply.Note> notes(String with, int first, int last) {
    var notes = new ArrayList<Reply.Note>();
    for (int place = first; place <= last; place++) {
      notes.add(note(with, place));
    }
    return notes;
  }

  static Reply.History history(boolean more, List<Reply.Note> notes) {
    return new Reply.History(notes, more);
  }

  static Reply.Talk talk(String with, int unread, String marker) {
    return new Reply.Talk(profile(with), note(with, 5), unread, marker);
  }

  static OutboxEntry waiting(String key, String to) {
    return new OutboxEntry(key, ME, to, "text of " + key, BEGIN, new OutboxEntry.Standing.Kept());
  }

  static OutboxEntry refused(String key, String to) {
    return new OutboxEntry(
        key,
        ME,
        to,
        "text of " + key,
        BEGIN,
        new OutboxEntry.Standing.Failed(Reason.UNKNOWN_USER, ""));
  }
}
