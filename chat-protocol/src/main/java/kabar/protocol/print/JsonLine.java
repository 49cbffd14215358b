package kabar.protocol.print;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A JSON object (RFC 8259) on one line, whose members are texts, whole numbers, flags and lists of
/// texts. Immutable.
///
/// What is written may have objects in it; what is read may not.
public final class JsonLine {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final String EXPECTED =
      "expected one JSON object of texts, whole numbers, flags and lists of texts";

  private final SequencedMap<String, Object> members;

  private JsonLine(SequencedMap<String, Object> members) {
    this.members = Collections.unmodifiableSequencedMap(members);
  }

  /// An object with nothing in it.
  public static JsonLine empty() {
    return new JsonLine(new LinkedHashMap<>());
  }

  /// An object with one text.
  public static JsonLine of(String key, String value) {
    return empty().with(key, value);
  }

  /// Reads an object. What is wrong is told without quoting it: it may be a secret.
  ///
  /// @throws IllegalArgumentException if it is none, or has other members than this class knows
  public static JsonLine parse(String text) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException(EXPECTED);
      }
      var line = new JsonLine(members(parser));
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException(EXPECTED + ", and nothing behind it");
      }
      return line;
    } catch (JacksonException e) {
      int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
      throw new IllegalArgumentException(
          "no JSON at column %d (%s)".formatted(column, EXPECTED), e);
    }
  }

  /// The same object with a text more.
  public JsonLine with(String key, String value) {
    return plus(key, value);
  }

  /// The same object with a number more.
  public JsonLine with(String key, long value) {
    return plus(key, value);
  }

  /// The same object with a flag more.
  public JsonLine with(String key, boolean value) {
    return plus(key, value);
  }

  /// The same object with a list of texts more.
  public JsonLine with(String key, List<String> values) {
    return plus(key, List.copyOf(values));
  }

  /// The same object with an object more.
  public JsonLine with(String key, JsonLine value) {
    return plus(key, value);
  }

  /// The same object with the members of another, which win.
  public JsonLine plus(JsonLine other) {
    var all = new LinkedHashMap<>(members);
    all.putAll(other.members);
    return new JsonLine(all);
  }

  /// The text of this key, empty if there is no text.
  public Optional<String> text(String key) {
    return members.get(key) instanceof String value ? Optional.of(value) : Optional.empty();
  }

  /// The number of this key, empty if there is no number.
  public OptionalLong number(String key) {
    return members.get(key) instanceof Long value ? OptionalLong.of(value) : OptionalLong.empty();
  }

  /// Whether the flag of this key is there and true.
  public boolean flag(String key) {
    return Boolean.TRUE.equals(members.get(key));
  }

  /// The texts of this key, none if there is no list.
  public List<String> texts(String key) {
    return members.get(key) instanceof List<?> values
        ? values.stream().map(String.class::cast).toList()
        : List.of();
  }

  /// All members, in their order.
  public SequencedMap<String, Object> members() {
    return members;
  }

  /// The object as JSON, with nothing in it that ends a line or drives a terminal: such characters
  /// stand in texts only, where JSON knows the same escapes.
  public String json() {
    var text = new StringWriter();
    try (var generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(generator);
    }
    return Printable.of(text.toString());
  }

  /// The keys alone: a value may be a secret.
  @Override
  public String toString() {
    return "JsonLine" + members.keySet();
  }

  private JsonLine plus(String key, Object value) {
    var all = new LinkedHashMap<>(members);
    all.put(key, value);
    return new JsonLine(all);
  }

  private void write(JsonGenerator generator) {
    generator.writeStartObject();
    members.forEach((key, value) -> write(generator, key, value));
    generator.writeEndObject();
  }

  private static void write(JsonGenerator generator, String key, Object value) {
    generator.writeName(key);
    switch (value) {
      case Long number -> generator.writeNumber(number);
      case Boolean flag -> generator.writeBoolean(flag);
      case JsonLine object -> object.write(generator);
      case List<?> texts -> {
        generator.writeStartArray();
        texts.forEach(text -> generator.writeString((String) text));
        generator.writeEndArray();
      }
      default -> generator.writeString((String) value);
    }
  }

  private static SequencedMap<String, Object> members(JsonParser parser) {
    var members = new LinkedHashMap<String, Object>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var key = parser.currentName();
      parser.nextToken();
      if (members.put(key, value(parser)) != null) {
        throw new IllegalArgumentException(EXPECTED + ", each once");
      }
    }
    return members;
  }

  private static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_ARRAY -> texts(parser);
      default -> throw new IllegalArgumentException(EXPECTED);
    };
  }

  private static List<String> texts(JsonParser parser) {
    var texts = new ArrayList<String>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        throw new IllegalArgumentException(EXPECTED);
      }
      texts.add(parser.getString());
    }
    return texts;
  }
}
