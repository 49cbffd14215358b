package kabar.server;

import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/// Writes a record as one JSON object on one line, with the members `at` (RFC 3339, UTC,
/// milliseconds), `level`, `logger`, `thread`, `message` and, if there is one, `error`, the stack
/// of an exception.
final class JsonLogFormatter extends Formatter {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  @Override
  public String format(LogRecord record) {
    var line = new StringWriter();
    try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeStringProperty("at", record.getInstant().truncatedTo(ChronoUnit.MILLIS).toString());
      json.writeStringProperty("level", Logs.name(record.getLevel()));
      json.writeStringProperty("logger", record.getLoggerName());
      json.writeNumberProperty("thread", record.getLongThreadID());
      json.writeStringProperty("message", formatMessage(record));
      if (record.getThrown() != null) {
        json.writeStringProperty("error", TextLogFormatter.stack(record.getThrown()));
      }
      json.writeEndObject();
    }
    return line.append('\n').toString();
  }
}
