package kabar.tui.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The lines of the configuration on which tables and keys begin, found by how they look: one key a
/// line, which is how a person writes this file and how this program does. The parser does not
/// tell.
///
/// Immutable; a change makes another text.
final class TomlKeys {
  private static final Pattern TABLE = Pattern.compile("\\s*\\[\\s*([^\\[\\]]+?)\\s*]\\s*(#.*)?");
  private static final Pattern KEY = Pattern.compile("\\s*([^=#\\s\\[][^=#]*?)\\s*=.*");
  private static final int NONE = -1;

  private final List<String> lines;

  private TomlKeys(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  static TomlKeys of(String text) {
    return new TomlKeys(text.lines().toList());
  }

  /// The number of the line of a full key, or else of the table it should be in, or else of the
  /// first.
  int line(String key) {
    int dot = key.lastIndexOf('.');
    int found = dot < 0 ? index("", key) : index(key.substring(0, dot), key.substring(dot + 1));
    return found != NONE ? found + 1 : header(key) != NONE ? header(key) + 1 : parentLine(key, dot);
  }

  private int parentLine(String key, int dot) {
    return dot < 0 ? 1 : line(key.substring(0, dot));
  }

  /// The text with a key of this value, in the place of the old one if there is one.
  String with(ConfigKey key, String value) {
    var line = "%s = %s".formatted(key.name(), quoted(value));
    var changed = new ArrayList<>(lines);
    int at = index(key.table(), key.name());
    if (at != NONE) {
      changed.set(at, line);
    } else if (key.table().isEmpty()) {
      changed.add(0, line);
    } else if (header(key.table()) != NONE) {
      changed.add(header(key.table()) + 1, line);
    } else {
      changed.addAll(List.of("", "[" + key.table() + "]", line));
    }
    return text(changed);
  }

  /// The text without a key.
  String without(ConfigKey key) {
    var changed = new ArrayList<>(lines);
    int at = index(key.table(), key.name());
    if (at != NONE) {
      changed.remove(at);
    }
    return text(changed);
  }

  private int index(String table, String key) {
    var current = "";
    for (int i = 0; i < lines.size(); i++) {
      var header = TABLE.matcher(lines.get(i));
      var pair = KEY.matcher(lines.get(i));
      if (header.matches()) {
        current = plain(header.group(1));
      } else if (current.equals(table) && pair.matches() && plain(pair.group(1)).equals(key)) {
        return i;
      }
    }
    return NONE;
  }

  private int header(String table) {
    for (int i = 0; i < lines.size(); i++) {
      var header = TABLE.matcher(lines.get(i));
      if (header.matches() && plain(header.group(1)).equals(table)) {
        return i;
      }
    }
    return NONE;
  }

  private static String plain(String key) {
    return key.replaceAll("[\"'\\s]", "");
  }

  /// None of the values has anything in it that a text of TOML would have to escape but these.
  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String text(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines).replaceFirst("^\n", "") + "\n";
  }
}
