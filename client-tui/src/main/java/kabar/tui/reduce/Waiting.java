package kabar.tui.reduce;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import kabar.client.OutboxEntry;
import kabar.tui.state.TuiState;
import kabar.tui.words.Phrase;

/// What waits in the outbox, and what was refused.
final class Waiting {
  private Waiting() {}

  /// The outbox as it is now. What was refused since is said once.
  static Next read(TuiState state, List<OutboxEntry> entries) {
    var known = failed(state.lists().outbox()).stream().map(OutboxEntry::key).toList();
    var next = state.lists(state.lists().outbox(entries));
    for (var entry : failed(entries)) {
      if (!known.contains(entry.key())) {
        next = Remarks.add(next, sentence(state, entry), true);
      }
    }
    return Selecting.settled(next);
  }

  /// Sends again all that was refused.
  static Next retry(TuiState state) {
    return all(state, Phrase.TRIED_AGAIN, entry -> new Effect.Resend(entry.key()));
  }

  /// Drops all that was refused; the texts can be yanked.
  static Next drop(TuiState state) {
    var texts =
        failed(state.lists().outbox()).stream()
            .map(OutboxEntry::text)
            .collect(Collectors.joining("\n"));
    var kept = texts.isEmpty() ? state : state.composer(state.composer().killed(texts));
    return all(kept, Phrase.DROPPED_MANY, entry -> new Effect.Drop(entry.key()));
  }

  private static Next all(TuiState state, Phrase done, Function<OutboxEntry, Effect> effect) {
    var refused = failed(state.lists().outbox());
    if (refused.isEmpty()) {
      return Remarks.say(state, Phrase.NOTHING_REFUSED);
    }
    var said = Remarks.say(state, done, String.valueOf(refused.size()));
    return new Next(said.state(), refused.stream().map(effect).toList());
  }

  private static List<OutboxEntry> failed(List<OutboxEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.standing() instanceof OutboxEntry.Standing.Failed)
        .toList();
  }

  private static String sentence(TuiState state, OutboxEntry entry) {
    return entry.standing() instanceof OutboxEntry.Standing.Failed(var reason, var detail)
        ? Remarks.words(
            state,
            Phrase.MESSAGE_REFUSED,
            entry.to(),
            state.settings().sentences().refusal(reason, detail))
        : "";
  }
}
