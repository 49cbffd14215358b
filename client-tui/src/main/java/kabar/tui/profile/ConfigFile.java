package kabar.tui.profile;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import kabar.api.SettingsException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.toml.TomlFactory;

/// What the user has set, in TOML 1.0: which profile is meant, in which language to speak and how
/// the chat looks and sounds, and for each profile where its server is and who the user is there.
/// Immutable.
public final class ConfigFile {
  private static final String EXPECTED =
      "expected profile, locale, theme, bell, notify, and url and user in a table [profiles.NAME], all"
          + " texts in quotes";

  private final Path path;
  private final String text;
  private final SequencedMap<ConfigKey, String> values;

  private ConfigFile(Path path, String text, SequencedMap<ConfigKey, String> values) {
    this.path = path;
    this.text = text;
    this.values = Collections.unmodifiableSequencedMap(values);
  }

  /// Reads the file; one that is not there says nothing.
  ///
  /// @throws SettingsException if it cannot be read, or something in it cannot be used; that names
  ///     the line
  public static ConfigFile read(Path path) {
    return of(path, text(path));
  }

  private static ConfigFile of(Path path, String text) {
    var values = new LinkedHashMap<ConfigKey, String>();
    if (text.isEmpty()) {
      // As for most people: loading the reader would be felt at each start.
      return new ConfigFile(path, text, values);
    }
    try (var parser = new TomlFactory().createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      table(parser, "", new Reading(path, TomlKeys.of(text), values));
      return new ConfigFile(path, text, values);
    } catch (JacksonException e) {
      throw malformed(path, e);
    }
  }

  /// What was set, by key, in the order of the file.
  public SequencedMap<ConfigKey, String> values() {
    return values;
  }

  /// The value of a key, empty if it is not set.
  public Optional<String> value(ConfigKey key) {
    return Optional.ofNullable(values.get(key));
  }

  /// The profiles that something was set for.
  public Set<String> profiles() {
    var profiles = new TreeSet<String>();
    values.keySet().stream()
        .map(ConfigKey::profile)
        .filter(name -> !name.isEmpty())
        .forEach(profiles::add);
    return profiles;
  }

  /// Where a value comes from: the file and the line.
  public String origin(ConfigKey key) {
    return path + ":" + TomlKeys.of(text).line(key.full());
  }

  /// Sets a value and writes the file, with all that the user wrote into it.
  ///
  /// @throws SettingsException if the key cannot have the value, or if the file is written in a way
  ///     that only its author can change
  /// @throws IOException if it cannot be written
  public ConfigFile with(ConfigKey key, String value) throws IOException {
    var wanted = new LinkedHashMap<>(values);
    wanted.put(key, key.checked(value, key.full()));
    return changed(TomlKeys.of(text).with(key, value), wanted);
  }

  /// Takes a value away and writes the file.
  ///
  /// @throws SettingsException if the file is written in a way that only its author can change
  /// @throws IOException if it cannot be written
  public ConfigFile without(ConfigKey key) throws IOException {
    var wanted = new LinkedHashMap<>(values);
    wanted.remove(key);
    return changed(TomlKeys.of(text).without(key), wanted);
  }

  private ConfigFile changed(String newText, SequencedMap<ConfigKey, String> wanted)
      throws IOException {
    var changed = of(path, newText);
    if (!changed.values.equals(wanted)) {
      throw new SettingsException(
          "%s: cannot be changed by this program (expected one KEY = VALUE a line; change it in an"
                  .formatted(path)
              + " editor)");
    }
    write(path, newText);
    return changed;
  }

  /// In one step: a full disk leaves the old file.
  private static void write(Path path, String text) throws IOException {
    Files.createDirectories(path.getParent());
    var target = Files.exists(path) ? path.toRealPath() : path;
    var temporary = Files.createTempFile(target.getParent(), "kabar", ".toml");
    try {
      Files.writeString(temporary, text);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static String text(Path path) {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return "";
    } catch (CharacterCodingException e) {
      throw unusable(path, "is not in UTF-8");
    } catch (IOException e) {
      throw unusable(path, Files.isDirectory(path) ? "is a folder" : "cannot be read");
    }
  }

  private record Reading(Path path, TomlKeys lines, SequencedMap<ConfigKey, String> values) {
    String origin(String key) {
      return path + ":" + lines.line(key);
    }
  }

  private static void table(JsonParser parser, String prefix, Reading reading) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      var key = prefix + parser.currentName();
      switch (parser.nextToken()) {
        case START_OBJECT -> table(parser, key + ".", reading);
        case VALUE_STRING -> value(key, parser.getString(), reading);
        default ->
            throw new SettingsException(
                "%s: cannot use what is written for '%s' (%s)"
                    .formatted(reading.origin(key), key, EXPECTED));
      }
    }
  }

  private static void value(String key, String value, Reading reading) {
    var origin = reading.origin(key);
    var parsed = ConfigKey.parse(key, "", origin);
    if (!parsed.full().equals(key) || (parsed.profile().isEmpty() && isOfProfile(key))) {
      throw new SettingsException(
          "%s: '%s' stands outside a profile (expected in a table [profiles.NAME])"
              .formatted(origin, key));
    }
    reading.values().put(parsed, parsed.checked(value, origin));
  }

  private static boolean isOfProfile(String key) {
    return key.equals("url") || key.equals("user");
  }

  private static SettingsException unusable(Path path, String why) {
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
