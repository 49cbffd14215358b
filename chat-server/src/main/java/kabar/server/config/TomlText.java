package kabar.server.config;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kabar.api.Option;

/// Writes keys and values as TOML.
final class TomlText {
  private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z0-9_-]+");

  private TomlText() {}

  static String key(List<String> parts) {
    return parts.stream()
        .map(part -> BARE_KEY.matcher(part).matches() ? part : quoted(part))
        .collect(Collectors.joining("."));
  }

  /// The value that a text of the option's form stands for.
  static <T> String value(Option<T> option, String text) {
    var form = option.form();
    var written = form.read(text).map(form::write).orElse(text);
    return switch (form.kind()) {
      case NUMBER, FLAG -> written;
      case TEXT -> quoted(written);
      case LIST -> list(written);
    };
  }

  private static String list(String elements) {
    return elements.isEmpty()
        ? "[]"
        : Pattern.compile(",")
            .splitAsStream(elements)
            .map(TomlText::quoted)
            .collect(Collectors.joining(", ", "[", "]"));
  }

  static String quoted(String text) {
    return text.codePoints()
        .mapToObj(TomlText::escaped)
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(int point) {
    if (point == '"' || point == '\\') {
      return "\\" + Character.toString(point);
    }
    return Character.isISOControl(point) ? "\\u%04X".formatted(point) : Character.toString(point);
  }
}
