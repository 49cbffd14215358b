package kabar.tui.reduce;

import java.util.LinkedHashMap;
import java.util.List;
import kabar.tui.commands.SlashCommand;
import kabar.tui.editing.Buffer;
import kabar.tui.editing.Completer;
import kabar.tui.editing.Completion;
import kabar.tui.editing.Lexicon;
import kabar.tui.state.Lists;
import kabar.tui.state.TuiState;

/// The menu above the input line.
final class Completing {
  private Completing() {}

  /// Shows what a command, a name or an emoji that was begun could become.
  static Next offered(TuiState state) {
    if (!Field.isInput(state)) {
      return Next.of(state);
    }
    var menu = completer(state).offer(state.composer().buffer());
    return Next.of(
        menu.map(it -> state.composer(state.composer().offering(it)))
            .orElseGet(() -> state.composer(state.composer().offeringNothing())));
  }

  /// Puts in what is chosen, or if it is there already, another one.
  ///
  /// @param by how far on in the menu, negative for back
  static Next complete(TuiState state, int by) {
    var buffer = state.composer().buffer();
    return state
        .composer()
        .completion()
        .map(menu -> menu.isIn(buffer) ? menu.moved(by) : menu)
        .or(() -> completer(state).complete(buffer))
        .map(menu -> placed(state, buffer, menu))
        .orElseGet(() -> Next.of(state));
  }

  private static Next placed(TuiState state, Buffer buffer, Completion menu) {
    var changed = menu.into(buffer);
    if (menu.choices().size() == 1) {
      return Field.with(state, changed.after().isEmpty() ? changed.insert(" ") : changed);
    }
    return Next.of(state.composer(state.composer().buffer(changed).offering(menu.placed())));
  }

  private static Completer completer(TuiState state) {
    var commands = new LinkedHashMap<String, List<String>>();
    for (var command : SlashCommand.values()) {
      commands.put(command.word(), arguments(command, state.lists()));
    }
    return new Completer(new Lexicon(commands, users(state.lists())));
  }

  private static List<String> arguments(SlashCommand command, Lists lists) {
    return switch (command) {
      case MSG -> users(lists);
      case CLEAR_DRAFT -> lists.drafts().keySet().stream().sorted().toList();
      case THEME -> Theming.names();
      case HELP,
          WHO,
          INBOX,
          READ,
          SEARCH,
          AWAY,
          BACK,
          RETRY,
          DROP,
          ERRORS,
          CONNECTION,
          RECONNECT,
          PLAIN,
          EDIT,
          QUIT ->
          List.of();
    };
  }

  private static List<String> users(Lists lists) {
    return lists.people().stream().map(person -> person.profile().user()).sorted().toList();
  }
}
