package kabar.server.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kabar.api.SettingsException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlReadFeature;

/// A configuration file in TOML 1.0, read into one value for each full key: the table and what
/// stands in it, joined by dots.
final class TomlFile {
  private static final int MOST_BYTES = 1024 * 1024;
  private static final String EXPECTED = "expected a file in TOML, see kabard config --example";

  private final Path path;
  private final TomlLines lines;
  private final Map<String, Written> values = new LinkedHashMap<>();

  private TomlFile(Path path, TomlLines lines) {
    this.path = path;
    this.lines = lines;
  }

  /// All values of a file, in its order. A table with nothing in it is a value, too.
  ///
  /// @throws SettingsException if the file cannot be read, is no TOML, or says a thing twice
  static Map<String, Written> read(Path path) {
    var text = text(path);
    try (var parser = new TomlFactory().createParser(new TypedDates(), text)) {
      parser.nextToken();
      // Only now it is known to be TOML, which finding the lines relies on.
      var file = new TomlFile(path, TomlLines.of(text));
      file.table(parser, "");
      return file.values;
    } catch (JacksonException e) {
      throw malformed(path, e);
    }
  }

  private static String text(Path path) {
    if (Files.isDirectory(path)) {
      throw unusable(path, "which is a folder");
    }
    try (var in = Files.newInputStream(path)) {
      return decoded(path, in);
    } catch (NoSuchFileException e) {
      throw unusable(path, "which is not there");
    } catch (CharacterCodingException e) {
      throw unusable(path, "which is not in UTF-8");
    } catch (IOException e) {
      throw unusable(path, "which cannot be read");
    }
  }

  /// A file without end would otherwise fill the memory.
  private static String decoded(Path path, InputStream in) throws IOException {
    var bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw unusable(path, "which is longer than %d bytes".formatted(MOST_BYTES));
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /// Up to the end of the table whose beginning was read.
  private void table(JsonParser parser, String prefix) {
    boolean isEmpty = true;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      isEmpty = false;
      value(parser, prefix.isEmpty() ? parser.currentName() : prefix + "." + parser.currentName());
    }
    if (isEmpty && !prefix.isEmpty()) {
      put(prefix, Written.Type.TABLE, "");
    }
  }

  private void value(JsonParser parser, String key) {
    switch (parser.nextToken()) {
      case START_OBJECT -> table(parser, key);
      case START_ARRAY -> list(parser, key);
      case VALUE_STRING -> put(key, Written.Type.TEXT, parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          put(key, Written.Type.NUMBER, parser.getString());
      case VALUE_TRUE, VALUE_FALSE -> put(key, Written.Type.FLAG, parser.getString());
      default -> put(key, Written.Type.DATE, String.valueOf(parser.getEmbeddedObject()));
    }
  }

  private void list(JsonParser parser, String key) {
    var elements = new ArrayList<String>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        throw unusable(key, "a list with something else");
      }
      elements.add(parser.getString());
      if (elements.getLast().contains(",")) {
        throw unusable(key, "a list with a comma in '%s'".formatted(elements.getLast()));
      }
    }
    put(key, Written.Type.LIST, String.join(",", List.copyOf(elements)));
  }

  private void put(String key, Written.Type type, String text) {
    if (values.put(key, new Written(type, text, origin(key))) != null) {
      throw new SettingsException(
          "%s: is given twice, the second time from %s (expected once)"
              .formatted(key, origin(key)));
    }
  }

  private String origin(String key) {
    return path + ":" + lines.line(key);
  }

  private SettingsException unusable(String key, String found) {
    return new SettingsException(
        "%s: cannot use %s from %s (expected texts in quotes, without commas)"
            .formatted(key, found, origin(key)));
  }

  private static SettingsException unusable(Path path, String why) {
    return new SettingsException("config: cannot use '%s', %s (%s)".formatted(path, why, EXPECTED));
  }

  /// On one line: what is quoted from the file may break it.
  private static SettingsException malformed(Path path, JacksonException e) {
    var at = e.getLocation();
    var place =
        at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    var why = e.getOriginalMessage().replaceAll("\\s+", " ");
    return new SettingsException(
        "config: cannot read '%s'%s: %s (%s)".formatted(path, place, why, EXPECTED));
  }

  /// Has dates told from texts. The parser asks this, and not the factory.
  private static final class TypedDates extends ObjectReadContext.Base {

    @Override
    public int getFormatReadFeatures(int defaults) {
      return defaults | TomlReadFeature.PARSE_JAVA_TIME.getMask();
    }
  }
}
