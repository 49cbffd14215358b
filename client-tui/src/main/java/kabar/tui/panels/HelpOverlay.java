package kabar.tui.panels;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import kabar.tui.bindings.Binding;
import kabar.tui.bindings.Context;
import kabar.tui.bindings.Intent;
import kabar.tui.commands.SlashCommand;
import kabar.tui.paint.Area;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Size;
import kabar.tui.paint.Surface;
import kabar.tui.state.Overlay;
import kabar.tui.text.CellWidth;
import kabar.tui.text.Clean;
import kabar.tui.text.Wrapping;
import kabar.tui.words.Phrase;

/// All keys and commands, those that contain what was typed; made from the table of keys.
final class HelpOverlay {
  private static final int LEAST_COLUMN = 34;
  private static final int MOST_COLUMNS = 3;
  private static final int GAP = 2;
  private static final int KEY_CELLS = 12;
  private static final Set<Intent> NUMBERED =
      Set.of(
          Intent.CONVERSATION_2,
          Intent.CONVERSATION_3,
          Intent.CONVERSATION_4,
          Intent.CONVERSATION_5,
          Intent.CONVERSATION_6,
          Intent.CONVERSATION_7,
          Intent.CONVERSATION_8,
          Intent.CONVERSATION_9);

  private final Picture picture;
  private final String filter;
  private final int width;

  private HelpOverlay(Picture picture, String filter, int width) {
    this.picture = picture;
    this.filter = filter.strip().toLowerCase(Locale.ROOT);
    this.width = width;
  }

  static void paint(Picture picture, Surface all, Overlay.Help help) {
    int most = MOST_COLUMNS * (LEAST_COLUMN + 8);
    int cells = Frame.cells(all, most);
    int columns = Math.clamp(cells / LEAST_COLUMN, 1, MOST_COLUMNS);
    var filter = Clean.line(help.filter().text());
    new HelpOverlay(picture, filter, (cells + GAP) / columns - GAP)
        .paint(all, help.from(), columns);
  }

  private void paint(Surface all, int from, int columns) {
    var items = items();
    int rows = Math.max(1, (items.size() + columns - 1) / columns);
    var frame = new Size(MOST_COLUMNS * (LEAST_COLUMN + 8), rows + 2);
    var inside = Frame.paint(picture, all, picture.say(Phrase.HELP_TITLE), hint(), frame);
    if (items.isEmpty()) {
      var nothing = picture.say(Phrase.NOTHING_FITS, filter);
      inside.put(0, 0, picture.cut(nothing, inside.columns()), Ink.OVERLAY);
    }
    columns(inside, items, rows, from);
  }

  private String hint() {
    return picture.key(Intent.BACK).orElse("")
        + " "
        + picture.say(Phrase.DO_BACK)
        + " "
        + picture.glyphs().dot()
        + " "
        + picture.say(Phrase.KEYS_FILE);
  }

  /// Fills columns from top to bottom; what does not fit is reached by scrolling.
  private void columns(Surface inside, List<Line> items, int rows, int wanted) {
    int from = Math.clamp(wanted, 0, Math.max(0, rows - inside.rows()));
    for (int at = 0; at < items.size(); at++) {
      int row = at % rows - from;
      if (row >= 0 && row < inside.rows()) {
        var area = new Area(at / rows * (width + GAP), row, width, 1);
        items.get(at).paint(inside.part(area), 0);
      }
    }
    more(inside, rows - from - inside.rows());
  }

  private void more(Surface inside, int below) {
    if (below > 0) {
      var words = " " + picture.glyphs().down() + " " + picture.say(Phrase.MORE, below);
      inside.putRight(inside.columns(), inside.rows() - 1, words, Ink.FAINT);
    }
  }

  private List<Line> items() {
    var context = underneath();
    var items = new ArrayList<Line>();
    for (var group : Intent.Group.values()) {
      var fitting =
          picture.bindings().of(context).stream()
              .filter(binding -> binding.intent().group() == group && fits(binding))
              .flatMap(this::item)
              .toList();
      add(items, group.heading(), fitting);
    }
    add(items, Phrase.COMMANDS, commands());
    return items;
  }

  /// The keys of the panel that lies below, which is what help was called for.
  private Context underneath() {
    return switch (picture.state().focus()) {
      case CONVERSATION -> Context.WRITING;
      case INBOX, ONLINE -> Context.PANEL;
    };
  }

  private void add(List<Line> items, Phrase heading, List<Line> fitting) {
    if (!fitting.isEmpty()) {
      if (!items.isEmpty()) {
        items.add(Line.BLANK);
      }
      items.add(Line.of(picture.say(heading), Ink.OVERLAY_HEADING));
      items.addAll(fitting);
    }
  }

  private boolean fits(Binding binding) {
    return !NUMBERED.contains(binding.intent())
        && fits(keys(binding) + " " + picture.say(binding.intent().phrase()));
  }

  private boolean fits(String text) {
    return text.toLowerCase(Locale.ROOT).contains(filter);
  }

  private Stream<Line> item(Binding binding) {
    var words =
        binding.intent() == Intent.CONVERSATION_1
            ? Phrase.DO_CONVERSATION_N
            : binding.intent().phrase();
    return item(keys(binding), picture.say(words)).stream();
  }

  /// The words go on under each other.
  private List<Line> item(String key, String words) {
    int column = KEY_CELLS + 2;
    var lines = new ArrayList<Line>();
    var line = Line.of(" " + picture.cut(key, width - 1), Ink.KEY);
    if (CellWidth.ofText(key) > KEY_CELLS) {
      lines.add(line);
      line = Line.of("", Ink.KEY);
    }
    for (var part : Wrapping.lines(words, width - column)) {
      lines.add(line.with(column, part, Ink.OVERLAY));
      line = Line.of("", Ink.KEY);
    }
    return lines;
  }

  /// The first key, and the second where there is room; the numbered ones together.
  private static String keys(Binding binding) {
    var keys = binding.keys().stream().map(key -> KeyNames.shown(key.name())).limit(2).toList();
    if (binding.intent() == Intent.CONVERSATION_1) {
      return keys.getFirst() + "..9";
    }
    var both = String.join(" ", keys);
    return CellWidth.ofText(both) <= KEY_CELLS ? both : keys.getFirst();
  }

  private List<Line> commands() {
    var lines = new ArrayList<Line>();
    for (var command : SlashCommand.values()) {
      var usage = (command.word() + " " + command.arguments()).strip();
      var words = picture.say(command.phrase());
      if (fits(usage + " " + words)) {
        lines.addAll(item(usage, words));
      }
    }
    return lines;
  }
}
