package kabar.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import kabar.api.Form;
import kabar.api.Option;
import kabar.api.Settings;

/// Where the log goes and what it looks like: to the error output, a record a line, as text or as
/// JSON.
///
/// Records never contain a password or a token, in no level; what a user typed appears escaped, if
/// at all.
final class Logs {
  private static final String LEVELS = "ERROR, WARNING, INFO, DEBUG or TRACE";

  private static final Option<String> FORMAT =
      Option.of(
          "format", Form.oneOf("text", "json"), "text", "How a record is written, on one line");
  private static final Option<Level> LEVEL =
      Option.of(
          "level",
          Form.text(LEVELS, Logs::level, Logs::name),
          Level.INFO,
          "The least important records that are written");
  private static final Option<List<String>> LEVELS_OF_MODULES =
      Option.of(
          "levels",
          Form.list("MODULE=LEVEL"),
          List.of(),
          "The same for some modules, as kabar.domain=DEBUG");

  static final List<Option<?>> OPTIONS = List.of(FORMAT, LEVEL, LEVELS_OF_MODULES);

  /// Java forgets the level of a logger that nobody holds.
  private final List<Logger> configured = new ArrayList<>();

  /// What a log is to look like.
  ///
  /// @param format `text` or `json`
  /// @param level of all modules
  /// @param levels of some, by the beginning of their names
  record Style(String format, Level level, Map<String, Level> levels) {

    /// @throws kabar.api.SettingsException if a setting is unknown or cannot be used
    static Style from(Settings settings) {
      var style = new Style(settings.get(FORMAT), settings.get(LEVEL), levels(settings));
      settings.rejectUnknown();
      return style;
    }

    private static Map<String, Level> levels(Settings settings) {
      var levels = new LinkedHashMap<String, Level>();
      for (var pair : settings.get(LEVELS_OF_MODULES)) {
        int sign = pair.indexOf('=');
        if (sign < 1) {
          throw settings.unusable(LEVELS_OF_MODULES, pair);
        }
        levels.put(pair.substring(0, sign), level(settings, pair.substring(sign + 1)));
      }
      return levels;
    }

    private static Level level(Settings settings, String name) {
      return LEVEL
          .form()
          .read(name)
          .orElseThrow(() -> settings.unusable(LEVELS_OF_MODULES, name, LEVELS));
    }
  }

  /// Sets the process's log up.
  ///
  /// @throws kabar.api.SettingsException if a setting is unknown or cannot be used
  Logs(Settings settings) {
    var style = Style.from(settings);

    LogManager.getLogManager().reset();
    var handler = new ConsoleHandler();
    handler.setFormatter(
        style.format().equals("json") ? new JsonLogFormatter() : new TextLogFormatter());
    handler.setLevel(Level.ALL);
    var root = Logger.getLogger("");
    root.addHandler(handler);
    root.setLevel(style.level());
    style.levels().forEach(this::configure);
  }

  /// The name that the log has for a level of Java's.
  static String name(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (level.intValue() >= Level.WARNING.intValue()) {
      return "WARNING";
    }
    if (level.intValue() >= Level.INFO.intValue()) {
      return "INFO";
    }
    return level.intValue() >= Level.FINE.intValue() ? "DEBUG" : "TRACE";
  }

  private void configure(String module, Level level) {
    var logger = Logger.getLogger(module);
    logger.setLevel(level);
    configured.add(logger);
  }

  private static Level level(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "ERROR" -> Level.SEVERE;
      case "WARNING" -> Level.WARNING;
      case "INFO" -> Level.INFO;
      case "DEBUG" -> Level.FINE;
      case "TRACE" -> Level.FINER;
      default -> throw new IllegalArgumentException("no level is named " + name);
    };
  }
}
