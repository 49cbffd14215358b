package kabar.tui.print;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kabar.protocol.print.JsonLine;
import kabar.protocol.print.Printable;
import kabar.protocol.print.Table;

/// Where a command prints: what was asked for on one stream, in UTF-8 wherever this runs, and all
/// that is said about it on the other. Nothing of it can drive a terminal but our own marks.
///
/// Not thread-safe, except for `note` and `noteOnce`.
public final class Printer {
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  private final Writer out;
  private final PrintWriter err;
  private final Set<String> said = ConcurrentHashMap.newKeySet();
  private final boolean isJson;
  private final boolean isStyled;

  /// @param isJson whether what was asked for is printed as lines of JSON
  /// @param isStyled whether the terminal may be asked for bold letters
  public Printer(OutputStream out, PrintWriter err, boolean isJson, boolean isStyled) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.err = err;
    this.isJson = isJson;
    this.isStyled = isStyled && !isJson;
  }

  /// Where all else is said.
  public PrintWriter notes() {
    return err;
  }

  /// Whether what was asked for is printed as lines of JSON.
  public boolean isJson() {
    return isJson;
  }

  /// Prints an object, at once.
  ///
  /// @throws OutputException if that is not possible
  public void json(JsonLine line) throws OutputException {
    write(line.json() + "\n");
  }

  /// Prints a line, at once.
  ///
  /// @throws OutputException if that is not possible
  public void line(String line) throws OutputException {
    write(Printable.of(line) + "\n");
  }

  /// Prints a line with a beginning that stands out, at once.
  ///
  /// @throws OutputException if that is not possible
  public void line(String emphasized, String rest) throws OutputException {
    var beginning = Printable.of(emphasized);
    write((isStyled ? BOLD + beginning + PLAIN : beginning) + Printable.of(rest) + "\n");
  }

  /// Prints rows, with the keys of the first as headings.
  ///
  /// @throws OutputException if that is not possible
  public void table(List<JsonLine> rows) throws OutputException {
    write(String.join("", Table.lines(rows).stream().map(line -> line + "\n").toList()));
  }

  /// Says what was done to people; scripts have the exit code, or the objects.
  ///
  /// @throws OutputException if that is not possible
  public void say(String sentence) throws OutputException {
    if (!isJson) {
      line(sentence);
    }
  }

  /// Says something about what happens, on the other stream.
  public void note(String sentence) {
    err.println("kabar: " + Printable.of(sentence));
    err.flush();
  }

  /// The same for what stays true: says it the first time only.
  public void noteOnce(String sentence) {
    if (said.add(sentence)) {
      note(sentence);
    }
  }

  private void write(String text) throws OutputException {
    try {
      out.write(text);
      out.flush();
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }
}
