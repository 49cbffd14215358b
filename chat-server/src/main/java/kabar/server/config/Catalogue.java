package kabar.server.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kabar.api.Option;
import kabar.api.ProviderException;
import kabar.api.SettingsException;
import kabar.api.Spelling;

/// Every option there is, of the server and of its plug-ins, and so everything that may be written.
public final class Catalogue {
  private final List<Table> tables = new ArrayList<>();
  private final Map<String, Option<?>> options = new LinkedHashMap<>();

  /// Adds a table.
  ///
  /// @param path its name; none for what stands before all tables
  /// @throws ProviderException if it has a key twice
  public Catalogue add(List<Option<?>> added, String... path) {
    var table = new Table(List.of(path), added);
    tables.add(table);
    for (var option : added) {
      if (options.put(table.key(option), option) != null) {
        throw new ProviderException(
            "%s: is listed twice (expected one option of that key)".formatted(table.key(option)));
      }
    }
    return this;
  }

  List<Table> tables() {
    return tables;
  }

  Set<String> keys() {
    return options.keySet();
  }

  boolean isSecret(String key) {
    var option = options.get(key);
    return option != null && option.isSecret();
  }

  /// Refuses what no option has, and what is not of its option's form.
  ///
  /// @throws SettingsException saying what was written where, and what would be right
  void check(String key, Written written) {
    var option = options.get(key);
    if (option != null) {
      requireForm(key, option, written);
    } else if (written.type() != Written.Type.TABLE || !isTable(key)) {
      throw unknown(key, written);
    }
  }

  static void requireForm(String key, Option<?> option, Written written) {
    if (!written.suits(option.form().kind()) || option.form().read(written.text()).isEmpty()) {
      throw unusable(key, option.isSecret() ? written.hidden() : written, expected(option));
    }
  }

  private static String expected(Option<?> option) {
    return switch (option.form().kind()) {
      case TEXT, NUMBER, FLAG -> option.form().expected();
      case LIST -> "a list of " + option.form().expected();
    };
  }

  private SettingsException unknown(String key, Written written) {
    if (isTable(key)) {
      return unusable(key, written, "a table with " + keysOf(key));
    }
    var table = key.substring(0, Math.max(0, key.lastIndexOf('.')));
    var option = options.get(table);
    if (option != null) {
      return unusable(
          table, new Written(Written.Type.TABLE, "", written.origin()), expected(option));
    }
    return new SettingsException(
        "%s: unknown setting from %s (%s)"
            .formatted(key, written.origin(), suggestion(key, table)));
  }

  private String suggestion(String key, String table) {
    return options.keySet().stream()
        .filter(known -> known.endsWith("." + key))
        .findFirst()
        .or(() -> Spelling.nearest(key, options.keySet()))
        .map("did you mean %s?"::formatted)
        .orElseGet(
            () ->
                isTable(table)
                    ? "in %s there are: %s".formatted(table, keysOf(table))
                    : "there are the tables " + tableNames());
  }

  private boolean isTable(String name) {
    return !name.isEmpty()
        && tables.stream()
            .map(Table::name)
            .anyMatch(it -> it.equals(name) || it.startsWith(name + "."));
  }

  private String keysOf(String tableName) {
    var keys =
        tables.stream()
            .filter(it -> it.name().equals(tableName))
            .flatMap(it -> it.options().stream())
            .map(Option::key)
            .collect(Collectors.joining(", "));
    return keys.isEmpty() ? "none" : keys;
  }

  private String tableNames() {
    return tables.stream()
        .map(Table::name)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static SettingsException unusable(String key, Written written, String expected) {
    return new SettingsException(
        "%s: cannot use %s from %s (expected %s)"
            .formatted(key, written.found(), written.origin(), expected));
  }
}
