package kabar.tui.bindings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kabar.tui.words.Phrase;

/// What a key can be meant for.
public enum Intent {
  // Writing.
  SEND(Group.WRITE, Phrase.DO_SEND),
  NEW_LINE(Group.WRITE, Phrase.DO_NEW_LINE),
  COMPLETE(Group.WRITE, Phrase.DO_COMPLETE),
  COMPLETE_BACK(Group.WRITE, Phrase.DO_COMPLETE_BACK),
  CHAR_LEFT(Group.WRITE, Phrase.DO_CHAR_LEFT),
  CHAR_RIGHT(Group.WRITE, Phrase.DO_CHAR_RIGHT),
  WORD_LEFT(Group.WRITE, Phrase.DO_WORD_LEFT),
  WORD_RIGHT(Group.WRITE, Phrase.DO_WORD_RIGHT),
  LINE_START(Group.WRITE, Phrase.DO_LINE_START),
  LINE_END(Group.WRITE, Phrase.DO_LINE_END),
  DELETE_LEFT(Group.WRITE, Phrase.DO_DELETE_LEFT),
  DELETE_RIGHT(Group.WRITE, Phrase.DO_DELETE_RIGHT),
  KILL_WORD_LEFT(Group.WRITE, Phrase.DO_KILL_WORD_LEFT),
  KILL_WORD_RIGHT(Group.WRITE, Phrase.DO_KILL_WORD_RIGHT),
  KILL_TO_START(Group.WRITE, Phrase.DO_KILL_TO_START),
  KILL_TO_END(Group.WRITE, Phrase.DO_KILL_TO_END),
  YANK(Group.WRITE, Phrase.DO_YANK),
  HISTORY_BACK(Group.WRITE, Phrase.DO_HISTORY_BACK),
  HISTORY_FORWARD(Group.WRITE, Phrase.DO_HISTORY_FORWARD),
  EDITOR(Group.WRITE, Phrase.DO_EDITOR),
  // Reading.
  ROW_UP(Group.READ, Phrase.DO_ROW_UP),
  ROW_DOWN(Group.READ, Phrase.DO_ROW_DOWN),
  PAGE_UP(Group.READ, Phrase.DO_PAGE_UP),
  PAGE_DOWN(Group.READ, Phrase.DO_PAGE_DOWN),
  OLDEST(Group.READ, Phrase.DO_OLDEST),
  NEWEST(Group.READ, Phrase.DO_NEWEST),
  SEARCH(Group.READ, Phrase.DO_SEARCH),
  SELECT(Group.READ, Phrase.DO_SELECT),
  BARE(Group.READ, Phrase.DO_BARE),
  // Moving.
  GO_TO(Group.MOVE, Phrase.DO_GO_TO),
  NEXT_UNREAD(Group.MOVE, Phrase.DO_NEXT_UNREAD),
  PREVIOUS_CONVERSATION(Group.MOVE, Phrase.DO_PREVIOUS_CONVERSATION),
  NEXT_CONVERSATION(Group.MOVE, Phrase.DO_NEXT_CONVERSATION),
  LAST_CONVERSATION(Group.MOVE, Phrase.DO_LAST_CONVERSATION),
  CONVERSATION_1(Group.MOVE, Phrase.DO_CONVERSATION_1),
  CONVERSATION_2(Group.MOVE, Phrase.DO_CONVERSATION_2),
  CONVERSATION_3(Group.MOVE, Phrase.DO_CONVERSATION_3),
  CONVERSATION_4(Group.MOVE, Phrase.DO_CONVERSATION_4),
  CONVERSATION_5(Group.MOVE, Phrase.DO_CONVERSATION_5),
  CONVERSATION_6(Group.MOVE, Phrase.DO_CONVERSATION_6),
  CONVERSATION_7(Group.MOVE, Phrase.DO_CONVERSATION_7),
  CONVERSATION_8(Group.MOVE, Phrase.DO_CONVERSATION_8),
  CONVERSATION_9(Group.MOVE, Phrase.DO_CONVERSATION_9),
  NEXT_PANEL(Group.MOVE, Phrase.DO_NEXT_PANEL),
  PREVIOUS_PANEL(Group.MOVE, Phrase.DO_PREVIOUS_PANEL),
  UP(Group.MOVE, Phrase.DO_UP),
  DOWN(Group.MOVE, Phrase.DO_DOWN),
  ACCEPT(Group.MOVE, Phrase.DO_ACCEPT),
  BACK(Group.MOVE, Phrase.DO_BACK),
  // With a selected message.
  COPY(Group.MESSAGE, Phrase.DO_COPY),
  COPY_ALL(Group.MESSAGE, Phrase.DO_COPY_ALL),
  QUOTE(Group.MESSAGE, Phrase.DO_QUOTE),
  RESEND(Group.MESSAGE, Phrase.DO_RESEND),
  DROP(Group.MESSAGE, Phrase.DO_DROP),
  // The rest.
  TOGGLE_INBOX(Group.REST, Phrase.DO_TOGGLE_INBOX),
  TOGGLE_ONLINE(Group.REST, Phrase.DO_TOGGLE_ONLINE),
  PLAIN(Group.REST, Phrase.DO_PLAIN),
  CONNECTION(Group.REST, Phrase.DO_CONNECTION),
  THEME(Group.REST, Phrase.DO_THEME),
  HELP(Group.REST, Phrase.DO_HELP),
  REDRAW(Group.REST, Phrase.DO_REDRAW),
  RECONNECT(Group.REST, Phrase.DO_RECONNECT),
  SUSPEND(Group.REST, Phrase.DO_SUSPEND),
  YES(Group.REST, Phrase.DO_YES),
  NO(Group.REST, Phrase.DO_NO),
  INTERRUPT(Group.REST, Phrase.DO_INTERRUPT),
  END_OF_INPUT(Group.REST, Phrase.DO_END_OF_INPUT);

  private final Group group;
  private final Phrase phrase;

  Intent(Group group, Phrase phrase) {
    this.group = group;
    this.phrase = phrase;
  }

  /// The intent with this name; empty if there is none.
  public static Optional<Intent> parse(String word) {
    return Stream.of(values()).filter(intent -> intent.word().equals(word)).findFirst();
  }

  /// Its name in `keys.toml`, such as `go-to`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What it does, in a few words.
  public Phrase phrase() {
    return phrase;
  }

  /// The part of the help that it stands in.
  public Group group() {
    return group;
  }

  /// A part of the help.
  public enum Group {
    WRITE(Phrase.GROUP_WRITE),
    READ(Phrase.GROUP_READ),
    MOVE(Phrase.GROUP_MOVE),
    MESSAGE(Phrase.GROUP_MESSAGE),
    REST(Phrase.GROUP_REST);

    private final Phrase heading;

    Group(Phrase heading) {
      this.heading = heading;
    }

    public Phrase heading() {
      return heading;
    }
  }
}
