package kabar.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kabar.api.store.Progress;
import kabar.protocol.print.JsonLine;
import kabar.protocol.print.Printable;
import kabar.protocol.print.Table;
import kabar.server.control.Output;
import kabar.server.control.RefusedException;
import picocli.CommandLine.Model.CommandSpec;

/// Shows on this process's streams what a command tells. Nothing of it can drive a terminal.
final class ConsoleOutput implements Output, AutoCloseable {
  /// A longer list comes as several tables, so that it need not fit into memory.
  private static final int MOST_ROWS = 1_000;

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean isJson;
  private final String command;
  private final boolean showsProgress;
  private final List<JsonLine> rows = new ArrayList<>();
  private String shown = "";

  private ConsoleOutput(CommandSpec command, PrintWriter out, Shape shape) {
    this.out = out;
    this.err = command.commandLine().getErr();
    this.isJson = shape.isJson();
    this.command = command.name();
    this.showsProgress = shape.showsProgress();
  }

  /// What it is to look like.
  ///
  /// @param isJson whether rows are lines of JSON
  private record Shape(boolean isJson, boolean showsProgress) {}

  /// Rows become tables, or JSON, which is in UTF-8 wherever this runs and has the output for
  /// itself: everything else goes to the error output.
  static ConsoleOutput of(CommandSpec command, boolean isJson, boolean showsProgress) {
    return isJson
        ? json(command, utf8Output(), showsProgress)
        : new ConsoleOutput(
            command, command.commandLine().getOut(), new Shape(false, showsProgress));
  }

  /// JSON into some other place.
  static ConsoleOutput json(CommandSpec command, PrintWriter out, boolean showsProgress) {
    return new ConsoleOutput(command, out, new Shape(true, showsProgress));
  }

  private static PrintWriter utf8Output() {
    return new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
  }

  @Override
  public void row(JsonLine row) {
    if (isJson) {
      clear();
      out.println(row.json());
      requireOutput();
      return;
    }
    rows.add(row);
    if (rows.size() == MOST_ROWS) {
      printRows();
    }
  }

  @Override
  public void say(String sentence) {
    printRows();
    clear();
    var stream = isJson ? err : out;
    stream.println(Printable.of(sentence));
    stream.flush();
  }

  @Override
  public Progress progress() {
    return (done, total) -> {
      if (showsProgress && total > 0) {
        show("%s: %d %%".formatted(command, Math.floorDiv(100 * Math.min(done, total), total)));
      }
    };
  }

  @Override
  public void close() {
    printRows();
    clear();
    out.flush();
    requireOutput();
  }

  private void printRows() {
    Table.lines(rows).forEach(out::println);
    rows.clear();
    out.flush();
  }

  private void show(String text) {
    if (!text.equals(shown)) {
      clear();
      err.print("\r" + text);
      err.flush();
      shown = text;
    }
  }

  /// Makes room for what stays.
  private void clear() {
    if (!shown.isEmpty()) {
      err.print("\r" + " ".repeat(shown.length()) + "\r");
      err.flush();
      shown = "";
    }
  }

  /// Nobody may read any more, as after `| head`, or the disk may be full: a writer tells only if
  /// it
  /// is asked.
  private void requireOutput() {
    if (isJson && out.checkError()) {
      throw new RefusedException(command + ": the output cannot be written to its end");
    }
  }
}
