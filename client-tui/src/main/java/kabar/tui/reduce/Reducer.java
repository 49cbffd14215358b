package kabar.tui.reduce;

import java.time.Instant;
import java.util.Optional;
import kabar.tui.state.TuiState;

/// From what happens to what is shown. Total: nothing that can happen is refused.
///
/// It has no clock: whoever drives it tells the time ({@link Action.Ticked}) before it tells what
/// has happened then.
public final class Reducer {
  private Reducer() {}

  /// What an action leads to.
  public static Next reduce(TuiState state, Action action) {
    return happened(state, action).then(Drafting::settled).then(Watching::settled);
  }

  /// When time has to be told even if nothing happens, because what is shown then is another thing;
  /// after the state's own time. Empty if nothing changes by itself.
  public static Optional<Instant> nextTick(TuiState state) {
    return Passing.next(state);
  }

  private static Next happened(TuiState state, Action action) {
    return switch (action) {
      case Action.Meant(var intent) -> Meanings.meant(state, intent);
      case Action.Typed(var text) -> Writing.typed(state, text);
      case Action.Pasted(var text) -> Writing.pasted(state, text);
      case Action.Edited(var text) -> Writing.edited(state, text);
      case Action.Resized(var size) -> Next.of(state.size(size));
      case Action.FocusChanged(var hasFocus) ->
          Next.of(state.moment(state.moment().hasFocus(hasFocus)));
      case Action.Ticked(var now) -> Passing.ticked(state, now);
      case Action.StateChanged(var connection, var me) -> Linking.changed(state, connection, me);
      case Action.Pinged(var nanos) -> Linking.pinged(state, nanos);
      case Action.TalksRead(var talks, var areAll) ->
          Panels.settled(state.lists(state.lists().talks(talks, areAll))).then(Opening::first);
      case Action.HistoryRead(var with, var history) ->
          Older.told(state, with, history).then(Selecting::settled);
      case Action.OlderRead(var with, var problem) -> Older.ended(state, with, problem);
      case Action.OutboxRead(var entries) -> Waiting.read(state, entries);
      case Action.Arrived(var note) -> Arriving.arrived(state, note);
      case Action.PeopleRead(var people) -> Roster.read(state, people);
      case Action.PeopleChanged(var people) -> Roster.changed(state, people);
      case Action.TypingTold(var from) -> Arriving.typing(state, from);
      case Action.DraftRead(var with, var text) -> Drafting.read(state, with, text);
      case Action.Remarked(var sentence, var isError) ->
          Next.of(Remarks.add(state, sentence, isError));
    };
  }
}
