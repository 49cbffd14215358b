package kabar.server.config;

import java.util.HashMap;
import java.util.Map;

/// The lines on which the tables and values of a TOML document begin; the parser does not tell.
///
/// Only for what a parser has accepted: everything is taken for what it must then be.
final class TomlLines {
  private static final String BLANK = " \t\r\n";

  private final String text;
  private final Map<String, Integer> lines = new HashMap<>();
  private int at;
  private int currentLine = 1;
  private String table = "";

  private TomlLines(String text) {
    this.text = text;
  }

  static TomlLines of(String text) {
    var lines = new TomlLines(text);
    while (lines.skipBlank()) {
      lines.statement();
    }
    return lines;
  }

  /// The line of a full key; within an inline table that of the table.
  int line(String key) {
    var found = lines.get(key);
    int dot = key.lastIndexOf('.');
    return found != null ? found : dot < 0 ? 1 : line(key.substring(0, dot));
  }

  private void statement() {
    int start = currentLine;
    if (current() == '[') {
      skipAll("[");
      table = key();
      lines.putIfAbsent(table, start);
    } else {
      var key = key();
      lines.putIfAbsent(table.isEmpty() ? key : table + "." + key, start);
    }
    skipValue();
  }

  /// A key, its parts joined by dots.
  private String key() {
    var key = new StringBuilder();
    while (true) {
      skipAll(" \t");
      key.append(isQuote() ? quoted() : bare());
      skipAll(" \t");
      if (current() != '.') {
        return key.toString();
      }
      key.append('.');
      at++;
    }
  }

  private String bare() {
    int start = at;
    while (at < text.length() && " \t.=]".indexOf(current()) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  /// What stands between its quotes, escapes as they are.
  private String quoted() {
    int start = at;
    skipString();
    return text.substring(start + 1, at - 1);
  }

  /// Up to the line's end, or further where brackets or quotes are open.
  private void skipValue() {
    int depth = 0;
    while (at < text.length() && (depth > 0 || current() != '\n')) {
      if (isQuote()) {
        skipString();
      } else if (current() == '#') {
        skipComment();
      } else {
        depth += "[{".indexOf(current()) >= 0 ? 1 : "]}".indexOf(current()) >= 0 ? -1 : 0;
        step();
      }
    }
  }

  private void skipString() {
    char quote = current();
    var triple = String.valueOf(quote).repeat(3);
    var end = text.startsWith(triple, at) ? triple : String.valueOf(quote);
    at += end.length();
    while (at < text.length() && !text.startsWith(end, at)) {
      if (quote == '"' && current() == '\\') {
        step();
      }
      step();
    }
    at += end.length();
    // A long string may end in quotes of its own.
    while (end.length() == 3 && current() == quote) {
      at++;
    }
  }

  private void skipComment() {
    while (at < text.length() && current() != '\n') {
      at++;
    }
  }

  /// Whether anything else follows.
  private boolean skipBlank() {
    while (at < text.length() && (BLANK.indexOf(current()) >= 0 || current() == '#')) {
      if (current() == '#') {
        skipComment();
      } else {
        step();
      }
    }
    return at < text.length();
  }

  private void skipAll(String characters) {
    while (at < text.length() && characters.indexOf(current()) >= 0) {
      at++;
    }
  }

  private boolean isQuote() {
    return current() == '"' || current() == '\'';
  }

  /// NUL, which no document has, at the end.
  private char current() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private void step() {
    currentLine += current() == '\n' ? 1 : 0;
    at++;
  }
}
