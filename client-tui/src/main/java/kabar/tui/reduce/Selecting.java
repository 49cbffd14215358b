package kabar.tui.reduce;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kabar.client.OutboxEntry;
import kabar.protocol.Reply;
import kabar.tui.editing.Buffer;
import kabar.tui.state.Anchor;
import kabar.tui.state.Overlay;
import kabar.tui.state.TuiState;
import kabar.tui.transcript.Viewport;
import kabar.tui.words.Phrase;

/// A message is selected: one of the conversation, or below those one of the outbox to it.
final class Selecting {
  private Selecting() {}

  /// Selects the newest one on the screen, or where one is selected none any more.
  static Next key(TuiState state) {
    if (state.overlay() instanceof Overlay.Select) {
      return Next.of(state.overlay(new Overlay.None()));
    }
    var ids = ids(state);
    if (ids.isEmpty()) {
      return Remarks.refuse(state, Phrase.NOTHING_TO_SELECT);
    }
    return Next.of(state.overlay(new Overlay.Select(first(state, ids))));
  }

  /// The one so many further down.
  static Next moved(TuiState state, Overlay.Select selected, int by) {
    var ids = ids(state);
    int at = ids.indexOf(selected.id()) + by;
    return at < 0 ? Older.load(state) : Next.of(at(state, ids.get(Math.min(at, ids.size() - 1))));
  }

  /// What is selected and gone, because it was sent or dropped, gives way to the newest one.
  static Next settled(TuiState state) {
    var ids = ids(state);
    return state.overlay() instanceof Overlay.Select(String id) && !ids.contains(id)
        ? Next.of(
            state.overlay(
                ids.isEmpty()
                    ? new Overlay.None()
                    : new Overlay.Select(successor(state, id).orElse(ids.getLast()))))
        : Next.of(state);
  }

  static Next copy(TuiState state) {
    return text(state).map(text -> copied(state, text)).orElseGet(() -> Next.of(state));
  }

  /// All from the selected one on, each with its sender.
  static Next copyAll(TuiState state) {
    if (!(state.overlay() instanceof Overlay.Select(String id))) {
      return Next.of(state);
    }
    var lines =
        Stream.concat(
                state.conversation().notes().stream()
                    .dropWhile(note -> !note.id().equals(id))
                    .map(note -> note.from() + ": " + note.text()),
                waiting(state).stream()
                    .filter(entry -> entry.key().equals(id) || isNote(state, id))
                    .map(entry -> entry.from() + ": " + entry.text()))
            .collect(Collectors.joining("\n"));
    return copied(state, lines);
  }

  /// Puts it in front of what is being written, as mail does.
  static Next quote(TuiState state) {
    return text(state)
        .map(text -> text.lines().map(line -> "> " + line + "\n").collect(Collectors.joining()))
        .map(quoted -> quoted(state, quoted))
        .orElseGet(() -> Next.of(state));
  }

  static Next resend(TuiState state) {
    return entry(state)
        .filter(entry -> entry.standing() instanceof OutboxEntry.Standing.Failed)
        .map(entry -> Next.of(state, new Effect.Resend(entry.key())))
        .orElseGet(() -> refusal(state, Phrase.ONLY_FAILED));
  }

  /// Its text can be yanked afterwards.
  static Next drop(TuiState state) {
    return entry(state)
        .map(
            entry ->
                Remarks.say(
                        state.composer(state.composer().killed(entry.text())), Phrase.DROPPED_HERE)
                    .then(next -> Next.of(next, new Effect.Drop(entry.key()))))
        .orElseGet(() -> refusal(state, Phrase.ONLY_OUTBOX));
  }

  private static Next refusal(TuiState state, Phrase phrase) {
    return state.overlay() instanceof Overlay.Select
        ? Remarks.refuse(state, phrase)
        : Next.of(state);
  }

  private static String first(TuiState state, List<String> ids) {
    var waiting = waiting(state);
    boolean isAtEnd = state.conversation().anchor() instanceof Anchor.Newest;
    if (isAtEnd && !waiting.isEmpty()) {
      return waiting.getLast().key();
    }
    var visible = Viewport.of(state).newestVisible();
    return visible.isEmpty() ? ids.getLast() : visible;
  }

  private static TuiState at(TuiState state, String id) {
    return Scrolling.showing(state.overlay(new Overlay.Select(id)), id);
  }

  private static Next copied(TuiState state, String text) {
    return Remarks.say(state.overlay(new Overlay.None()), Phrase.COPIED)
        .then(next -> Next.of(next, new Effect.Copy(text)));
  }

  private static Next quoted(TuiState state, String quoted) {
    var open = state.overlay(new Overlay.None());
    var written = open.composer().buffer().text();
    var buffer = Buffer.of(quoted + written);
    return buffer.fits() ? Field.with(open, buffer) : Writing.refuseLong(open, buffer);
  }

  private static Optional<String> text(TuiState state) {
    return state.overlay() instanceof Overlay.Select(String id)
        ? state.conversation().notes().stream()
            .filter(note -> note.id().equals(id))
            .map(Reply.Note::text)
            .findFirst()
            .or(() -> entry(state).map(OutboxEntry::text))
        : Optional.empty();
  }

  private static Optional<OutboxEntry> entry(TuiState state) {
    return state.overlay() instanceof Overlay.Select(String id)
        ? waiting(state).stream().filter(entry -> entry.key().equals(id)).findFirst()
        : Optional.empty();
  }

  private static Optional<String> successor(TuiState state, String key) {
    return state.conversation().notes().stream()
        .filter(note -> note.key().equals(key))
        .map(Reply.Note::id)
        .findFirst();
  }

  private static boolean isNote(TuiState state, String id) {
    return state.conversation().notes().stream().anyMatch(note -> note.id().equals(id));
  }

  private static List<String> ids(TuiState state) {
    return Stream.concat(
            state.conversation().notes().stream().map(Reply.Note::id),
            waiting(state).stream().map(OutboxEntry::key))
        .toList();
  }

  private static List<OutboxEntry> waiting(TuiState state) {
    return state.lists().outbox().stream()
        .filter(entry -> entry.to().equals(state.conversation().with()))
        .toList();
  }
}
