package kabar.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/// Writes lines of the dialect: compact JSON in UTF-8, without an LF in it and with one behind it.
///
/// Whatever has no form in UTF-8, such as half a surrogate pair, is escaped, so that nothing that
/// can be held in a string cannot be written.
final class RpcJson {
  private static final int USUAL_BYTES = 256;

  /// RFC 3339, in UTC, with exactly three digits behind the second.
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
          .rootValueSeparator(",")
          .build();

  private RpcJson() {}

  /// A line with an object that says which protocol it is of, and whatever else.
  static byte[] line(Consumer<JsonGenerator> members) {
    var bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try (var json = generator(bytes)) {
      json.writeStartObject();
      json.writeStringProperty("jsonrpc", "2.0");
      members.accept(json);
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return bytes.toByteArray();
  }

  /// The line that says that a request was carried out.
  ///
  /// @param id of the request, as JSON
  /// @param members what the result has to say
  static byte[] result(String id, Consumer<JsonGenerator> members) {
    return line(
        json -> {
          json.writeName("id");
          json.writeRawValue(id);
          json.writeObjectPropertyStart("result");
          members.accept(json);
          json.writeEndObject();
        });
  }

  /// Writes what has an empty form only where it is not empty.
  static void unlessEmpty(JsonGenerator json, String name, String text) {
    if (!text.isEmpty()) {
      json.writeStringProperty(name, text);
    }
  }

  static void time(JsonGenerator json, String name, Instant at) {
    json.writeStringProperty(name, MILLISECONDS.format(at.truncatedTo(ChronoUnit.MILLIS)));
  }

  /// Writes values one behind the other, with commas between them.
  static JsonGenerator generator(ByteArrayOutputStream bytes) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), bytes);
  }

  /// A string as JSON, quotes included.
  static String quoted(String text) {
    var bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try (var json = generator(bytes)) {
      json.writeString(text);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
