package kabar.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import kabar.api.Settings;

/// Where the log goes and what it looks like: to the error output, a record a line, as text or as
/// JSON.
///
/// Records never contain a password or a token, in no level; what a user typed appears escaped, if
/// at all.
final class Logs {
  private static final String LEVELS = "ERROR, WARNING, INFO, DEBUG or TRACE";

  /// Java forgets the level of a logger that nobody holds.
  private final List<Logger> configured = new ArrayList<>();

  /// Sets the process's log up.
  ///
  /// @param settings `format`: `text` or `json`; `level`: of all modules; `levels`: of some, as
  ///     `kabar.domain=DEBUG,kabar.transport.tcp=TRACE`
  /// @throws kabar.api.SettingsException if one is unknown or cannot be used
  Logs(Settings settings) {
    var formatter = formatter(settings);
    var level = level(settings, "level", settings.text("level", "INFO"));
    var levels = settings.text("levels", "");
    settings.rejectUnknown();

    LogManager.getLogManager().reset();
    var handler = new ConsoleHandler();
    handler.setFormatter(formatter);
    handler.setLevel(Level.ALL);
    var root = Logger.getLogger("");
    root.addHandler(handler);
    root.setLevel(level);
    for (var pair : levels.isBlank() ? new String[0] : levels.split(",", -1)) {
      configure(settings, pair.strip());
    }
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

  private static Formatter formatter(Settings settings) {
    return switch (settings.text("format", "text")) {
      case "text" -> new TextLogFormatter();
      case "json" -> new JsonLogFormatter();
      case String other -> throw settings.unusable("format", other, "text or json");
    };
  }

  private void configure(Settings settings, String pair) {
    int equals = pair.indexOf('=');
    if (equals < 1) {
      throw settings.unusable("levels", pair, "MODULE=LEVEL, joined by commas");
    }
    var logger = Logger.getLogger(pair.substring(0, equals));
    logger.setLevel(level(settings, "levels", pair.substring(equals + 1)));
    configured.add(logger);
  }

  private static Level level(Settings settings, String key, String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "ERROR" -> Level.SEVERE;
      case "WARNING" -> Level.WARNING;
      case "INFO" -> Level.INFO;
      case "DEBUG" -> Level.FINE;
      case "TRACE" -> Level.FINER;
      default -> throw settings.unusable(key, name, LEVELS);
    };
  }
}
