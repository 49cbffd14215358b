package kabar.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Keeps what every server of the suite printed, the files of its data folder, and the secrets that
/// were told to it, for `KeptLogsIT`. Thread-safe, and several processes may keep theirs at once.
final class ServerLogs {
  static final Path FOLDER = Path.of(System.getProperty("kabar.logs"));
  static final Path SECRETS = FOLDER.resolve("secrets");
  static final String STARTED = ".started";
  static final String OUT = ".out";
  static final String LOG = ".log";
  static final String DATA = ".data";

  private static final AtomicInteger STARTS = new AtomicInteger();

  /// A token, or the password of a login.
  private static final Pattern SECRET =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|auth \\S+ (\\w{6,})");

  private ServerLogs() {}

  /// Notes that a server was started; answers under which name its logs are kept.
  static String begin() throws IOException {
    var name = ProcessHandle.current().pid() + "-" + STARTS.incrementAndGet();
    write(name + STARTED, "");
    return name;
  }

  /// Keeps all that a server printed on one stream.
  static void keep(String name, String stream, String text) {
    try {
      write(name + stream, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Keeps a copy of every file in a data folder.
  static void keepData(String name, Path data) {
    try (var files = Files.walk(data)) {
      var copies = FOLDER.resolve(name + DATA);
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = copies.resolve(data.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Remembers the secrets in what was said to a server or by it.
  static void noteSecrets(String said) {
    SECRET.matcher(said).results().map(ServerLogs::secret).forEach(ServerLogs::append);
  }

  /// Remembers a secret.
  static void noteSecret(String secret) {
    append(secret);
  }

  private static String secret(MatchResult found) {
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  private static void append(String secret) {
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(
          SECRETS, secret + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(String name, String text) throws IOException {
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve(name), text);
  }
}
