package kabar.server.config;

import java.util.ArrayList;
import java.util.List;
import kabar.api.Option;

/// Prints configurations as files that can be used as such.
public final class ConfigurationText {
  private static final int WIDTH = 96;
  private static final List<String> HEAD =
      List.of(
          "# The configuration of kabard, in TOML. What is commented out here is the default.",
          "#",
          "# Looked for, each overriding those before it: /etc/kabar/kabard.toml, kabar/kabard.toml in",
          "# $XDG_CONFIG_DIRS (/etc/xdg), kabar/kabard.toml in $XDG_CONFIG_HOME (~/.config); or only",
          "# the file named by --config or $KABAR_CONFIG. Above files stand variables such as",
          "# KABAR_LIMITS_CONNECTIONS, and above these the command line: --set limits.connections=1000",
          "#",
          "# kabard config prints what holds, and where it comes from.");

  private ConfigurationText() {}

  /// Every value that holds, with its origin; secrets are hidden.
  public static List<String> effective(Configuration configuration) {
    var lines = new ArrayList<String>();
    for (var table : configuration.catalogue().tables()) {
      begin(table, lines);
      for (var option : table.options()) {
        var text = configuration.text(table, option);
        var value =
            option.isSecret() ? TomlText.quoted(option.shown(text)) : TomlText.value(option, text);
        lines.add(
            "%s = %s  # %s".formatted(option.key(), value, configuration.origin(table, option)));
      }
    }
    return lines;
  }

  /// Every option with its description and its default, commented out.
  public static List<String> example(Catalogue catalogue) {
    var lines = new ArrayList<>(HEAD);
    for (var table : catalogue.tables()) {
      begin(table, lines);
      table.options().forEach(option -> describe(option, lines));
    }
    return lines;
  }

  private static void begin(Table table, List<String> lines) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    if (!table.path().isEmpty()) {
      lines.add("[" + TomlText.key(table.path()) + "]");
    }
  }

  private static void describe(Option<?> option, List<String> lines) {
    lines.add("");
    comment(option.description() + ".", lines);
    var rule =
        option.fallbackRule().isEmpty() ? "" : " Default: %s.".formatted(option.fallbackRule());
    comment("Expected: %s.%s".formatted(option.form().expected(), rule), lines);
    // Without a space, so that they differ from what is said about them.
    lines.add("#%s = %s".formatted(option.key(), TomlText.value(option, option.fallbackText())));
  }

  /// Breaks at spaces where a line would be too long.
  private static void comment(String text, List<String> lines) {
    var rest = text;
    for (int end = rest.lastIndexOf(' ', WIDTH); rest.length() > WIDTH && end > 0; ) {
      lines.add("# " + rest.substring(0, end));
      rest = rest.substring(end + 1);
      end = rest.lastIndexOf(' ', WIDTH);
    }
    lines.add("# " + rest);
  }
}
