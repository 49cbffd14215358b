package kabar.tui.profile;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kabar.api.SettingsException;
import kabar.tui.bindings.Rebinding;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.toml.TomlFactory;

/// What the user wants the keys of the full-screen client to be, in TOML 1.0: `NAME = "KEY"` or
/// `NAME = ["KEY", "KEY"]`, and in a table of a context's name where it shall hold there only.
public final class KeysFile {
  private static final String EXPECTED =
      "expected NAME = \"KEY\" or NAME = [\"KEY\", ...], and tables named after contexts";

  private final Path path;
  private final TomlKeys lines;
  private final List<Rebinding> found = new ArrayList<>();

  private KeysFile(Path path, String text) {
    this.path = path;
    this.lines = TomlKeys.of(text);
  }

  /// Reads the file; one that is not there says nothing.
  ///
  /// @throws SettingsException if it cannot be read, or is not of this form; that names the line
  public static List<Rebinding> read(Path path) {
    var text = text(path);
    if (text.isEmpty()) {
      // As for most people: loading the reader would be felt at each start.
      return List.of();
    }
    var file = new KeysFile(path, text);
    try (var parser = new TomlFactory().createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      file.table(parser, "");
      return List.copyOf(file.found);
    } catch (JacksonException e) {
      throw malformed(path, e);
    }
  }

  private void table(JsonParser parser, String context) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = parser.currentName();
      switch (parser.nextToken()) {
        case START_OBJECT -> table(parser, context.isEmpty() ? name : context + "." + name);
        case VALUE_STRING -> add(context, name, List.of(parser.getString()));
        case START_ARRAY -> add(context, name, keys(parser, context, name));
        default -> throw unusable(context, name);
      }
    }
  }

  private List<String> keys(JsonParser parser, String context, String name) {
    var keys = new ArrayList<String>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        throw unusable(context, name);
      }
      keys.add(parser.getString());
    }
    return keys;
  }

  private void add(String context, String name, List<String> keys) {
    found.add(new Rebinding(context, name, keys, origin(context, name)));
  }

  private String origin(String context, String name) {
    return path + ":" + lines.line(context.isEmpty() ? name : context + "." + name);
  }

  private SettingsException unusable(String context, String name) {
    return new SettingsException(
        "%s: cannot use what is written for '%s' (%s)"
            .formatted(origin(context, name), name, EXPECTED));
  }

  private static String text(Path path) {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return "";
    } catch (CharacterCodingException e) {
      throw unreadable(path, "is not in UTF-8");
    } catch (IOException e) {
      throw unreadable(path, Files.isDirectory(path) ? "is a folder" : "cannot be read");
    }
  }

  private static SettingsException unreadable(Path path, String why) {
    return new SettingsException("'%s' %s (%s)".formatted(path, why, EXPECTED));
  }

  /// On one line: what is quoted from the file may break it.
  private static SettingsException malformed(Path path, JacksonException e) {
    var at = e.getLocation();
    var line = at == null ? "" : ":" + at.getLineNr();
    var why = e.getOriginalMessage().replaceAll("\\s+", " ");
    return new SettingsException("%s%s: no TOML: %s (%s)".formatted(path, line, why, EXPECTED));
  }
}
