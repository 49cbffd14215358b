package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Runs after all others, over what every server of theirs printed.
final class KeptLogsIT {

  @Test
  void thereIsALogOfEveryServer() throws IOException {
    assertThat(numbers(ServerLogs.STARTED)).hasSizeGreaterThan(20);
    assertThat(numbers(ServerLogs.LOG)).isEqualTo(numbers(ServerLogs.STARTED));
    assertThat(numbers(ServerLogs.OUT)).isEqualTo(numbers(ServerLogs.STARTED));
  }

  @Test
  void noLogHasASecret() throws IOException {
    var secrets = new TreeSet<>(Files.readAllLines(ServerLogs.SECRETS));
    assertThat(secrets).hasSizeGreaterThan(20).contains("surabaya");

    for (var number : numbers(ServerLogs.LOG)) {
      assertThat(read(number, ServerLogs.LOG))
          .as("the log of server %s", number)
          .doesNotContain(secrets);
    }
  }

  /// The greeting tells the demo's password, which everybody knows.
  @Test
  void noGreetingHasAToken() throws IOException {
    var tokens =
        Files.readAllLines(ServerLogs.SECRETS).stream()
            .filter(secret -> secret.contains("-"))
            .toList();

    for (var number : numbers(ServerLogs.OUT)) {
      assertThat(read(number, ServerLogs.OUT)).doesNotContain(tokens);
    }
  }

  private static String read(String number, String kind) throws IOException {
    return Files.readString(ServerLogs.FOLDER.resolve(number + kind));
  }

  private static List<String> numbers(String kind) throws IOException {
    try (var files = Files.list(ServerLogs.FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(kind))
          .map(name -> name.substring(0, name.length() - kind.length()))
          .sorted()
          .toList();
    }
  }
}
