package kabar.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads what JSON (RFC 8259) the text dialect uses, objects, arrays and strings, and nothing
/// that is not JSON.
final class StrictJson {
  private final String text;
  private int at;

  private StrictJson(String text) {
    this.text = text;
  }

  /// A `Map`, a `List` or a `String`.
  ///
  /// @throws IllegalArgumentException saying where the text is wrong
  static Object parse(String text) {
    var json = new StrictJson(text);
    var value = json.value();
    json.require(json.at == text.length(), "the end");
    return value;
  }

  private Object value() {
    skipSpaces();
    var value =
        switch (peek()) {
          case '{' -> object();
          case '[' -> array();
          default -> string();
        };
    skipSpaces();
    return value;
  }

  private Map<String, Object> object() {
    var members = new LinkedHashMap<String, Object>();
    take('{');
    for (skipSpaces(); peek() != '}'; skipComma('}')) {
      skipSpaces();
      var name = string();
      skipSpaces();
      take(':');
      require(members.put(name, value()) == null, "a new name");
    }
    take('}');
    return members;
  }

  private List<Object> array() {
    var items = new ArrayList<>();
    take('[');
    for (skipSpaces(); peek() != ']'; skipComma(']')) {
      items.add(value());
    }
    take(']');
    return items;
  }

  private void skipComma(char end) {
    if (peek() != end) {
      take(',');
      skipSpaces();
      require(peek() != end, "another one after the comma");
    }
  }

  private String string() {
    var string = new StringBuilder();
    take('"');
    while (peek() != '"') {
      char next = take();
      require(next >= 0x20, "no control character");
      string.append(next == '\\' ? escaped() : next);
    }
    take('"');
    return string.toString();
  }

  private char escaped() {
    char letter = take();
    return switch (letter) {
      case '"', '\\', '/' -> letter;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal();
      default -> throw wrong("an escape");
    };
  }

  private char hexadecimal() {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(take(), 16);
      require(digit >= 0, "a hexadecimal digit");
      unit = 16 * unit + digit;
    }
    return (char) unit;
  }

  private void skipSpaces() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    require(at < text.length(), "more");
    return text.charAt(at);
  }

  private char take() {
    char next = peek();
    at++;
    return next;
  }

  private void take(char expected) {
    require(peek() == expected, "'" + expected + "'");
    at++;
  }

  private void require(boolean condition, String expected) {
    if (!condition) {
      throw wrong(expected);
    }
  }

  private IllegalArgumentException wrong(String expected) {
    return new IllegalArgumentException("expected %s at %d of: %s".formatted(expected, at, text));
  }
}
