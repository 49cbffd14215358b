package kabar.tui.print;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import kabar.protocol.Reply;

/// Prints messages, one after the other.
public final class Messages {
  private static final String INDENT = "    ";

  private final Printer printer;
  private final DateTimeFormatter time;
  private final boolean isPlain;
  private final String me;

  private Messages(Printer printer, DateTimeFormatter time, boolean isPlain, String me) {
    this.printer = printer;
    this.time = time;
    this.isPlain = isPlain;
    this.me = me;
  }

  /// With their dates; each line of a longer text is indented, so that it is not taken for a
  /// message
  /// of its own.
  public static Messages dated(Printer printer, ZoneId zone) {
    return new Messages(printer, pattern("uuuu-MM-dd HH:mm", zone), false, "");
  }

  /// With the time of day.
  ///
  /// @param isPlain whether each is one line of words only: `[09:41] messi: text`
  /// @param me whose own messages tell whom they went to
  public static Messages timed(Printer printer, ZoneId zone, boolean isPlain, String me) {
    return new Messages(printer, pattern(isPlain ? "'['HH:mm']'" : "HH:mm", zone), isPlain, me);
  }

  /// Prints one.
  ///
  /// @throws OutputException if that is not possible
  public void print(Reply.Note note) throws OutputException {
    if (printer.isJson()) {
      printer.json(Shapes.message(note));
      return;
    }
    var lines = note.text().replace('\t', ' ').split("\r?\n", -1);
    var beginning = time.format(note.at()) + " " + sender(note) + ":";
    if (isPlain) {
      printer.line(beginning + " " + EmojiWords.of(String.join(" ", lines)));
    } else {
      printer.line(beginning, " " + lines[0]);
      for (int i = 1; i < lines.length; i++) {
        printer.line(INDENT + lines[i]);
      }
    }
  }

  private String sender(Reply.Note note) {
    return note.from().equals(me) ? me + " > " + note.to() : note.from();
  }

  private static DateTimeFormatter pattern(String pattern, ZoneId zone) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(zone);
  }
}
