package kabar.tui.bindings;

import static java.util.Map.entry;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kabar.tui.keys.Key;

/// The keys as they are before anybody changes them. Lists of names, the one to be shown first;
/// none relies on a key alone that some terminal keeps for itself.
final class StandardKeys {
  private static final Map<Intent, List<Key>> EDITING =
      table(
          entry(Intent.CHAR_LEFT, "left ctrl-b"),
          entry(Intent.CHAR_RIGHT, "right ctrl-f"),
          entry(Intent.WORD_LEFT, "alt-b ctrl-left alt-left"),
          entry(Intent.WORD_RIGHT, "alt-f ctrl-right alt-right"),
          entry(Intent.LINE_START, "ctrl-a"),
          entry(Intent.LINE_END, "ctrl-e"),
          entry(Intent.DELETE_LEFT, "backspace ctrl-h"),
          entry(Intent.DELETE_RIGHT, "delete"),
          entry(Intent.KILL_WORD_LEFT, "ctrl-w alt-backspace"),
          entry(Intent.KILL_WORD_RIGHT, "alt-d"),
          entry(Intent.KILL_TO_START, "ctrl-u"),
          entry(Intent.KILL_TO_END, "ctrl-k"),
          entry(Intent.YANK, "ctrl-y"));

  private static final Map<Intent, List<Key>> MESSAGES =
      table(
          entry(Intent.NEW_LINE, "alt-enter ctrl-n"),
          entry(Intent.COMPLETE, "tab"),
          entry(Intent.COMPLETE_BACK, "shift-tab"),
          entry(Intent.EDITOR, "alt-e"),
          entry(Intent.SEARCH, "ctrl-r"),
          entry(Intent.SELECT, "ctrl-s alt-s"),
          entry(Intent.BARE, "alt-l"),
          entry(Intent.HELP, "f1 ?"));

  private static final Map<Intent, List<Key>> SCROLLING =
      table(
          entry(Intent.ROW_UP, "shift-up"),
          entry(Intent.ROW_DOWN, "shift-down"),
          entry(Intent.PAGE_UP, "page-up"),
          entry(Intent.PAGE_DOWN, "page-down"),
          entry(Intent.OLDEST, "home"),
          entry(Intent.NEWEST, "end"));

  private static final Map<Intent, List<Key>> GOING =
      table(
          entry(Intent.GO_TO, "ctrl-g"),
          entry(Intent.NEXT_UNREAD, "alt-a"),
          entry(Intent.PREVIOUS_CONVERSATION, "alt-up"),
          entry(Intent.NEXT_CONVERSATION, "alt-down"),
          entry(Intent.LAST_CONVERSATION, "alt-o"),
          entry(Intent.CONVERSATION_1, "alt-1"),
          entry(Intent.CONVERSATION_2, "alt-2"),
          entry(Intent.CONVERSATION_3, "alt-3"),
          entry(Intent.CONVERSATION_4, "alt-4"),
          entry(Intent.CONVERSATION_5, "alt-5"),
          entry(Intent.CONVERSATION_6, "alt-6"),
          entry(Intent.CONVERSATION_7, "alt-7"),
          entry(Intent.CONVERSATION_8, "alt-8"),
          entry(Intent.CONVERSATION_9, "alt-9"),
          entry(Intent.NEXT_PANEL, "f6"),
          entry(Intent.PREVIOUS_PANEL, "shift-f6"),
          entry(Intent.TOGGLE_INBOX, "f7"),
          entry(Intent.TOGGLE_ONLINE, "f8"),
          entry(Intent.PLAIN, "f2"),
          entry(Intent.CONNECTION, "f3"),
          entry(Intent.THEME, "f4"),
          entry(Intent.RECONNECT, "alt-r"));

  private static final Map<Intent, List<Key>> ALWAYS =
      table(
          entry(Intent.BACK, "escape"),
          entry(Intent.REDRAW, "ctrl-l"),
          entry(Intent.SUSPEND, "ctrl-z"),
          entry(Intent.INTERRUPT, "ctrl-c"),
          entry(Intent.END_OF_INPUT, "ctrl-d"));

  private static final Map<Intent, List<Key>> HISTORY =
      table(
          entry(Intent.SEND, "enter"),
          entry(Intent.HISTORY_BACK, "up ctrl-p"),
          entry(Intent.HISTORY_FORWARD, "down"));

  private static final Map<Intent, List<Key>> CHOOSING =
      table(
          entry(Intent.UP, "up ctrl-p"), entry(Intent.DOWN, "down"), entry(Intent.ACCEPT, "enter"));

  private static final Map<Intent, List<Key>> SELECTING =
      table(
          entry(Intent.UP, "up k"),
          entry(Intent.DOWN, "down j"),
          entry(Intent.COPY, "y"),
          entry(Intent.COPY_ALL, "shift-y"),
          entry(Intent.BARE, "c alt-l"),
          entry(Intent.QUOTE, "q enter"),
          entry(Intent.RESEND, "r"),
          entry(Intent.DROP, "d"),
          entry(Intent.SELECT, "ctrl-s alt-s"),
          entry(Intent.HELP, "f1 ?"));

  private static final Map<Intent, List<Key>> LISTING =
      table(
          entry(Intent.UP, "up ctrl-p shift-tab"),
          entry(Intent.DOWN, "down ctrl-n tab"),
          entry(Intent.ACCEPT, "enter"),
          entry(Intent.SEARCH, "ctrl-r"),
          entry(Intent.HELP, "f1"));

  private static final Map<Intent, List<Key>> ASKED =
      table(entry(Intent.YES, "y shift-y"), entry(Intent.NO, "n shift-n t shift-t"));

  private StandardKeys() {}

  /// For each context, the keys of each intent that has some there.
  static Map<Context, Map<Intent, List<Key>>> all() {
    var all = new EnumMap<Context, Map<Intent, List<Key>>>(Context.class);
    for (var context : Context.values()) {
      all.put(context, of(context));
    }
    return all;
  }

  private static Map<Intent, List<Key>> of(Context context) {
    return switch (context) {
      case WRITING -> joined(HISTORY, MESSAGES, EDITING, SCROLLING, GOING, ALWAYS);
      case PANEL -> joined(CHOOSING, MESSAGES, EDITING, SCROLLING, GOING, ALWAYS);
      case SELECTING -> joined(SELECTING, SCROLLING, GOING, ALWAYS);
      case LISTING -> joined(LISTING, EDITING, SCROLLING, GOING, ALWAYS);
      case ASKED -> joined(ASKED, ALWAYS);
    };
  }

  @SafeVarargs
  private static Map<Intent, List<Key>> joined(Map<Intent, List<Key>>... tables) {
    var joined = new EnumMap<Intent, List<Key>>(Intent.class);
    for (var table : tables) {
      joined.putAll(table);
    }
    return joined;
  }

  private static List<Key> keys(String names) {
    return Stream.of(names.split(" ", -1)).map(name -> Key.parse(name).orElseThrow()).toList();
  }

  @SafeVarargs
  private static Map<Intent, List<Key>> table(Map.Entry<Intent, String>... entries) {
    var table = new EnumMap<Intent, List<Key>>(Intent.class);
    for (var entry : entries) {
      table.put(entry.getKey(), keys(entry.getValue()));
    }
    return table;
  }
}
