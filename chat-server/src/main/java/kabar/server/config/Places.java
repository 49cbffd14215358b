package kabar.server.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Where files are looked for, by the XDG Base Directory Specification: an empty variable counts as
/// not set, and a relative path is passed over.
public final class Places {
  private static final String FILE = "kabard.toml";
  private static final String FOLDER = "kabar";

  private Places() {}

  /// Where data go if nobody says.
  public static Path data(String name, Map<String, String> environment) {
    return home(environment, "XDG_DATA_HOME", ".local/share").resolve(name);
  }

  /// The configuration files that are there, in rising precedence: the system's, then the user's.
  static List<Path> files(Map<String, String> environment) {
    var folders = new ArrayList<Path>();
    folders.add(Path.of("/etc"));
    // The first of them is the most important.
    folders.addAll(systemFolders(environment).reversed());
    folders.add(home(environment, "XDG_CONFIG_HOME", ".config"));
    return folders.stream()
        .map(folder -> folder.resolve(FOLDER).resolve(FILE))
        .filter(Files::exists)
        .toList();
  }

  private static List<Path> systemFolders(Map<String, String> environment) {
    var folders = environment.getOrDefault("XDG_CONFIG_DIRS", "");
    return Arrays.stream((folders.isEmpty() ? "/etc/xdg" : folders).split(":", -1))
        .filter(Predicate.not(String::isEmpty))
        .map(Path::of)
        .filter(Path::isAbsolute)
        .toList();
  }

  private static Path home(Map<String, String> environment, String variable, String inHome) {
    var given = Path.of(environment.getOrDefault(variable, ""));
    if (given.isAbsolute()) {
      return given;
    }
    var home = environment.getOrDefault("HOME", "");
    return Path.of(home.isEmpty() ? System.getProperty("user.home") : home).resolve(inHome);
  }
}
