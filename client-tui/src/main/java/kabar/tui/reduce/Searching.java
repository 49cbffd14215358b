package kabar.tui.reduce;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kabar.protocol.Reply;
import kabar.tui.editing.Buffer;
import kabar.tui.state.Overlay;
import kabar.tui.state.Pursuit;
import kabar.tui.state.TuiState;
import kabar.tui.transcript.Viewport;
import kabar.tui.words.Phrase;

/// Searches the open conversation, from what is on the screen towards older messages.
final class Searching {
  private Searching() {}

  /// Begins a search, or where one is open goes on with it.
  static Next key(TuiState state) {
    return state.overlay() instanceof Overlay.Search ? older(state) : begin(state, "");
  }

  static Next begin(TuiState state, String text) {
    if (!state.conversation().isOpen()) {
      return Remarks.refuse(state, Phrase.NO_CONVERSATION);
    }
    var opened = new Overlay.Search(Buffer.EMPTY, "");
    var next = queried(state.overlay(opened), opened, Buffer.of(text));
    return text.isEmpty() ? next : next.then(Searching::orOlder);
  }

  /// Another text is searched for: shows the newest message with it that is not below the screen.
  static Next queried(TuiState state, Overlay.Search search, Buffer query) {
    if (query.text().equals(search.query().text()) || query.isEmpty()) {
      return Next.of(
          state.overlay(new Overlay.Search(query, query.isEmpty() ? "" : search.found())));
    }
    var wanted = new Overlay.Search(query, "");
    var begun = state.overlay(wanted);
    int from = index(state, search.found().isEmpty() ? visible(state) : search.found());
    return Next.of(before(begun, wanted, from + 1).map(id -> at(begun, id)).orElse(begun));
  }

  /// The match before the one that is shown; what is not known here yet is read for it.
  static Next older(TuiState state) {
    return state.overlay() instanceof Overlay.Search search && !search.query().isEmpty()
        ? before(state, search, start(state, search))
            .map(id -> Next.of(at(state, id)))
            .orElseGet(() -> further(state, search))
        : Next.of(state);
  }

  /// The match after the one that is shown.
  static Next newer(TuiState state) {
    return state.overlay() instanceof Overlay.Search search && !search.query().isEmpty()
        ? after(state, search, index(state, search.found()) + 1)
            .map(id -> Next.of(at(state, id)))
            .orElseGet(() -> nothing(state, search))
        : Next.of(state);
  }

  private static Next orOlder(TuiState state) {
    return state.overlay() instanceof Overlay.Search search && search.found().isEmpty()
        ? older(state)
        : Next.of(state);
  }

  private static Next further(TuiState state, Overlay.Search search) {
    var conversation = state.conversation();
    if (!conversation.hasOlder()) {
      return nothing(state, search);
    }
    var pursuing = state.lately(state.lately().pursuit(new Pursuit.Searching()));
    return Remarks.say(pursuing, Phrase.SEARCHING_OLDER).then(Older::load);
  }

  private static Next nothing(TuiState state, Overlay.Search search) {
    return Remarks.refuse(
        state,
        search.found().isEmpty() ? Phrase.NOT_FOUND : Phrase.NOT_FOUND_FURTHER,
        search.query().text());
  }

  private static TuiState at(TuiState state, String id) {
    var query = Field.of(state);
    return Scrolling.showing(state.overlay(new Overlay.Search(query, id)), id);
  }

  private static int start(TuiState state, Overlay.Search search) {
    return search.found().isEmpty() ? notes(state).size() : index(state, search.found());
  }

  /// The newest message that is searched for among those before an index.
  private static Optional<String> before(TuiState state, Overlay.Search search, int end) {
    return IntStream.iterate(end - 1, at -> at >= 0, at -> at - 1)
        .mapToObj(notes(state)::get)
        .filter(search::isIn)
        .map(Reply.Note::id)
        .findFirst();
  }

  private static Optional<String> after(TuiState state, Overlay.Search search, int start) {
    return notes(state).stream().skip(start).filter(search::isIn).map(Reply.Note::id).findFirst();
  }

  private static String visible(TuiState state) {
    return Viewport.of(state).newestVisible();
  }

  /// Where a message stands, the last if there is none of this id.
  private static int index(TuiState state, String id) {
    var notes = notes(state);
    return IntStream.range(0, notes.size())
        .filter(at -> notes.get(at).id().equals(id))
        .findFirst()
        .orElse(notes.size() - 1);
  }

  private static List<Reply.Note> notes(TuiState state) {
    return state.conversation().notes();
  }
}
