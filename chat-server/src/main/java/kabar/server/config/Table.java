package kabar.server.config;

import java.util.List;
import kabar.api.Option;

/// A group of options, a table of the file.
///
/// @param path its name, empty for what stands before all tables; a part may hold dots
record Table(List<String> path, List<Option<?>> options) {

  /// As it is spoken of and asked for.
  String name() {
    return String.join(".", path);
  }

  String key(Option<?> option) {
    return path.isEmpty() ? option.key() : name() + "." + option.key();
  }
}
