package kabar.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/// Writes JSON exactly as Python's `json.dumps` does by default, replies with CR LF CR LF behind.
///
/// All bytes are ASCII: the original clients read in pieces of 64 bytes and decode each by itself.
final class TextJson {
  private static final String TERMINATOR = "\r\n\r\n";
  private static final int USUAL_BYTES = 128;
  private static final Escapes ESCAPES = new Escapes();
  private static final Python PYTHON = new Python();
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .characterEscapes(ESCAPES)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES, JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .build();

  private TextJson() {}

  /// A success with whatever else it has to say.
  static byte[] ok(Consumer<JsonGenerator> properties) {
    return write("OK", properties);
  }

  /// A failure with its text.
  static byte[] error(String message) {
    return write("ERROR", json -> json.writeStringProperty("message", message));
  }

  /// How many bytes a string takes, its quotes included.
  static int quotedLength(String text) {
    int length = 2;
    for (int i = 0; i < text.length(); i++) {
      length += ESCAPES.length(text.charAt(i));
    }
    return length;
  }

  /// The value that a parser stands at, written anew. The parser then stands at its end.
  static String dumped(JsonParser parser) {
    var bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try (var json = FACTORY.createGenerator(PYTHON, bytes)) {
      json.copyCurrentStructureExact(parser);
    }
    return bytes.toString(StandardCharsets.US_ASCII);
  }

  private static byte[] write(String status, Consumer<JsonGenerator> properties) {
    var bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try (var json = FACTORY.createGenerator(PYTHON, bytes)) {
      json.writeStartObject();
      json.writeStringProperty("status", status);
      properties.accept(json);
      json.writeEndObject();
      json.writeRaw(TERMINATOR);
    }
    return bytes.toByteArray();
  }

  /// Those of JSON, and DEL, which Python escapes and Jackson does not.
  private static final class Escapes extends CharacterEscapes {
    private static final int DEL = 0x7F;
    private static final int UNICODE_ESCAPE_BYTES = "\\u0000".length();
    private static final int SHORT_ESCAPE_BYTES = "\\n".length();

    private final int[] codes = standardAsciiEscapesForJSON();

    Escapes() {
      codes[DEL] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int ch) {
      return null;
    }

    private int length(char c) {
      if (c > DEL || codes[c] == ESCAPE_STANDARD) {
        return UNICODE_ESCAPE_BYTES;
      }
      return codes[c] == ESCAPE_NONE ? 1 : SHORT_ESCAPE_BYTES;
    }
  }

  /// A space after each comma and colon, and nowhere else.
  private static final class Python extends ObjectWriteContext.Base implements PrettyPrinter {
    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return this;
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {}

    @Override
    public void writeStartObject(JsonGenerator json) {
      json.writeRaw('{');
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {}

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
      json.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
      json.writeRaw(", ");
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
      json.writeRaw('}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
      json.writeRaw('[');
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {}

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
      json.writeRaw(", ");
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) {
      json.writeRaw(']');
    }
  }
}
