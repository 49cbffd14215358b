package kabar.tui.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kabar.tui.layout.Layout;
import kabar.tui.paint.Glyphs;
import kabar.tui.paint.Ink;
import kabar.tui.state.Conversation;
import kabar.tui.state.TuiState;
import kabar.tui.words.Phrase;
import kabar.tui.words.Times;

/// A conversation's messages, each laid out when it is asked for: its rows, below those of what
/// stands above it. A conversation without messages is one block. Not thread-safe.
final class Blocks {
  private final Conversation conversation;
  private final Entries entries;
  private final Columns columns;
  private final Times times;
  private final Glyphs glyphs;
  private final MessageRows messages;
  private final int firstNew;
  private final Map<Integer, List<Row>> laidOut = new HashMap<>();

  Blocks(TuiState state, Layout layout) {
    var settings = state.settings();
    this.conversation = state.conversation();
    this.entries = Entries.of(state);
    this.columns = Columns.of(state, layout);
    this.times = new Times(settings.sentences(), settings.zone());
    this.glyphs = Glyphs.of(settings.isAscii());
    this.messages = new MessageRows(columns, times, glyphs, state.standing().me());
    this.firstNew = entries.firstNewAfter(conversation.newAfter());
  }

  /// At least one.
  int size() {
    return Math.max(1, entries.size());
  }

  Entries entries() {
    return entries;
  }

  /// How many were laid out so far.
  int laidOut() {
    return laidOut.size();
  }

  List<Row> rows(int block) {
    return laidOut.computeIfAbsent(block, this::layOut);
  }

  /// How many of a block's rows stand above the message.
  int above(int block) {
    return -Math.min(0, rows(block).getFirst().part());
  }

  private List<Row> layOut(int block) {
    if (entries.size() == 0) {
      return List.of(top(rules(""), 0));
    }
    var entry = entries.get(block);
    var rows = new ArrayList<Row>();
    boolean isNewDay = block == 0 || !isSameDay(entry, entries.get(block - 1));
    addAbove(rows, block, entry, isNewDay);
    boolean follows = rows.isEmpty() && entry.follows(entries.get(block - 1));
    rows.addAll(messages.of(entry, follows, isNew(block)));
    return List.copyOf(rows);
  }

  private boolean isSameDay(Entry one, Entry other) {
    return times.date(one.at()).equals(times.date(other.at()));
  }

  private boolean isNew(int block) {
    return firstNew >= 0 && block >= firstNew && entries.get(block).state() == Entry.State.RECEIVED;
  }

  private void addAbove(List<Row> rows, int block, Entry entry, boolean isNewDay) {
    var rules = rules(entry.id());
    int part = -((block == 0 ? 1 : 0) + (isNewDay ? 1 : 0) + (block == firstNew ? 1 : 0));
    if (block == 0) {
      rows.add(top(rules, part++));
    }
    if (isNewDay) {
      var day = times.day(times.date(entry.at()));
      rows.add(rules.line(part++, day, glyphs.horizontal(), Ink.DAY));
    }
    if (block == firstNew) {
      rows.add(rules.line(part, newSince(), glyphs.dashed(), Ink.NEW));
    }
  }

  private Rules rules(String id) {
    return new Rules(columns.all(), glyphs, id);
  }

  private String newSince() {
    var known = entries.get(firstNew - 1);
    return times
        .sentences()
        .say(
            Phrase.NEW_SINCE,
            entries.ofOthersFrom(firstNew),
            times.clockOrDay(known.at(), entries.get(firstNew).at()));
  }

  /// What is above the oldest message that is known here.
  private Row top(Rules rules, int part) {
    if (conversation.isLoading()) {
      var words = times.sentences().say(Phrase.LOADING_OLDER) + " " + glyphs.pending();
      return rules.words(part, words);
    }
    if (conversation.hasOlder()) {
      var words = times.sentences().say(Phrase.OLDER_ON_SERVER);
      return rules.line(part, words, glyphs.dashed(), Ink.FAINT);
    }
    return rules.words(part, times.sentences().say(Phrase.BEGINNING));
  }
}
