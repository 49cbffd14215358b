package kabar.tui.reduce;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kabar.protocol.Reply;
import kabar.tui.state.Overlay;
import kabar.tui.state.TuiState;
import kabar.tui.transcript.Viewport;

/// What was on the screen for a second, while somebody looked at the terminal, has been read.
final class Watching {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(1);

  private Watching() {}

  /// Looks at what is on the screen now, and tells what has been there long enough.
  static Next settled(TuiState state) {
    if (!isWatched(state)) {
      return Next.of(looking(state, ""));
    }
    var viewport = Viewport.of(state);
    var watched = state.lately().seen();
    if (watched.isEmpty() || !viewport.visible().contains(watched)) {
      return Next.of(looking(state, viewport.newestVisible()));
    }
    return end(state).filter(end -> !end.isAfter(state.moment().now())).isPresent()
        ? read(state, watched).then(next -> Next.of(looking(next, viewport.newestVisible())))
        : Next.of(isUnread(state, watched) ? state : looking(state, viewport.newestVisible()));
  }

  /// When what is on the screen has been there long enough; empty if it is read already.
  static Optional<Instant> end(TuiState state) {
    return isWatched(state) && isUnread(state, state.lately().seen())
        ? Optional.of(state.lately().seenSince().plus(LONG_ENOUGH))
        : Optional.empty();
  }

  private static TuiState looking(TuiState state, String at) {
    return at.equals(state.lately().seen())
        ? state
        : state.lately(state.lately().seen(at, state.moment().now()));
  }

  private static Next read(TuiState state, String upTo) {
    var conversation = state.conversation();
    return Next.of(
        state.conversation(conversation.seen(upTo)),
        new Effect.MarkRead(conversation.with(), upTo));
  }

  /// Whether one of the other side's messages, up to this one, is newer than what was read.
  private static boolean isUnread(TuiState state, String id) {
    var conversation = state.conversation();
    int last = index(conversation.notes(), id);
    int read = index(conversation.notes(), marker(state));
    return hasUnread(state)
        && IntStream.rangeClosed(read + 1, last)
            .anyMatch(at -> isOfOther(state, conversation.notes().get(at)));
  }

  private static boolean isOfOther(TuiState state, Reply.Note note) {
    return !note.from().equals(state.standing().me());
  }

  private static boolean hasUnread(TuiState state) {
    return Opening.talk(state, state.conversation().with())
        .map(talk -> talk.unread() > 0)
        .orElse(true);
  }

  /// The newer of what was read here and what is known to be read, here or on other devices.
  private static String marker(TuiState state) {
    var conversation = state.conversation();
    var told = Opening.talk(state, conversation.with()).map(Reply.Talk::marker).orElse("");
    var notes = conversation.notes();
    return index(notes, told) > index(notes, conversation.seenUpTo())
        ? told
        : conversation.seenUpTo();
  }

  private static int index(List<Reply.Note> notes, String id) {
    return IntStream.iterate(notes.size() - 1, at -> at >= 0, at -> at - 1)
        .filter(at -> notes.get(at).id().equals(id))
        .findFirst()
        .orElse(-1);
  }

  private static boolean isWatched(TuiState state) {
    return state.moment().hasFocus() && state.conversation().isOpen() && !isCovered(state);
  }

  private static boolean isCovered(TuiState state) {
    return switch (state.overlay()) {
      case Overlay.Help _, Overlay.GoTo _, Overlay.Remarks _, Overlay.Connection _ -> true;
      case Overlay.None _,
          Overlay.Search _,
          Overlay.Select _,
          Overlay.Bare _,
          Overlay.PasteQuestion _,
          Overlay.QuitQuestion _ ->
          false;
    };
  }
}
