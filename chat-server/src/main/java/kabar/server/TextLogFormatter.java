package kabar.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import kabar.protocol.print.Printable;

/// Writes a record as `TIME LEVEL LOGGER: MESSAGE`, the time in UTC with milliseconds (RFC 3339),
/// and the stack of an exception indented below it. No other line begins a record: line breaks and
/// other control characters of a message are escaped.
final class TextLogFormatter extends Formatter {

  @Override
  public String format(LogRecord record) {
    var text = new StringBuilder(160);
    text.append(record.getInstant().truncatedTo(ChronoUnit.MILLIS))
        .append(' ')
        .append(Logs.name(record.getLevel()))
        .append(' ')
        .append(record.getLoggerName())
        .append(": ")
        .append(Printable.of(formatMessage(record)))
        .append('\n');
    if (record.getThrown() != null) {
      stack(record.getThrown()).lines().forEach(line -> indent(text, line));
    }
    return text.toString();
  }

  static String stack(Throwable thrown) {
    var stack = new StringWriter();
    thrown.printStackTrace(new PrintWriter(stack));
    return stack.toString();
  }

  private static void indent(StringBuilder text, String line) {
    text.append("    ").append(Printable.of(line.replace("\t", "  "))).append('\n');
  }
}
