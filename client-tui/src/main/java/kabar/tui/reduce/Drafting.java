package kabar.tui.reduce;

import java.util.HashMap;
import kabar.tui.editing.Buffer;
import kabar.tui.state.Composer;
import kabar.tui.state.Lists;
import kabar.tui.state.TuiState;

/// What was begun to be written to somebody is kept with every change.
final class Drafting {
  private Drafting() {}

  /// Asks for it to be kept if it has changed.
  static Next settled(TuiState state) {
    var with = state.conversation().with();
    var text = text(state.composer());
    if (with.isEmpty() || text.equals(kept(state.lists(), with))) {
      return Next.of(state);
    }
    return keep(state, with, text);
  }

  /// The text that belongs into the input line of a conversation that is opened.
  static Buffer of(Lists lists, String with) {
    return Buffer.of(kept(lists, with));
  }

  /// What was kept is told: where its conversation is open it goes into the input line, unless
  /// something is written there already.
  static Next read(TuiState state, String with, String text) {
    if (!state.conversation().with().equals(with)) {
      return Next.of(state.lists(with(state.lists(), with, text)));
    }
    var composer = state.composer();
    return composer.buffer().isEmpty() && composer.recalled() == 0
        ? Next.of(
            state.lists(with(state.lists(), with, text)).composer(composer.buffer(Buffer.of(text))))
        : Next.of(state);
  }

  static Next forget(TuiState state, String with) {
    return keep(state, with, "");
  }

  private static Next keep(TuiState state, String with, String text) {
    return Next.of(state.lists(with(state.lists(), with, text)), new Effect.SaveDraft(with, text));
  }

  private static String kept(Lists lists, String with) {
    return lists.drafts().getOrDefault(with, "");
  }

  private static Lists with(Lists lists, String with, String text) {
    var drafts = new HashMap<>(lists.drafts());
    if (text.isEmpty()) {
      drafts.remove(with);
    } else {
      drafts.put(with, text);
    }
    return lists.drafts(drafts);
  }

  /// While something sent is recalled, what was being written.
  private static String text(Composer composer) {
    var aside = Recalling.putAside(composer);
    return aside.isEmpty() ? composer.buffer().text() : aside;
  }
}
