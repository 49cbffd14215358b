package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Runs after all others, over what every server of theirs printed and kept.
final class KeptLogsIT {

  @Test
  void thereIsALogOfEveryServer() throws IOException {
    assertThat(names(ServerLogs.STARTED)).hasSizeGreaterThan(20);
    assertThat(names(ServerLogs.LOG)).isEqualTo(names(ServerLogs.STARTED));
    assertThat(names(ServerLogs.OUT)).isEqualTo(names(ServerLogs.STARTED));
  }

  @Test
  void noLogHasASecret() throws IOException {
    var secrets = new TreeSet<>(Files.readAllLines(ServerLogs.SECRETS));
    assertThat(secrets).hasSizeGreaterThan(20).contains("surabaya");

    for (var name : names(ServerLogs.LOG)) {
      assertThat(read(name, ServerLogs.LOG))
          .as("the log of server %s", name)
          .doesNotContain(secrets);
    }
  }

  @Test
  void noDataFolderHasASecret() throws IOException {
    var secrets = new TreeSet<>(Files.readAllLines(ServerLogs.SECRETS));
    var files = dataFiles();
    assertThat(files).filteredOn(it -> it.endsWith("kabar.db")).hasSizeGreaterThan(20);
    assertThat(files).as("of a server that was killed").anyMatch(it -> it.endsWith("kabar.db-wal"));

    for (var file : files) {
      // Each byte is a character, so that nothing is lost between others that are no text.
      var bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(secrets).as("what is in %s", file).noneMatch(bytes::contains);
    }
  }

  /// Otherwise nothing could be found there, whatever the server did.
  @Test
  void dataFoldersHaveMessagesAsTheyWereWritten() throws IOException {
    var written = RestartIT.TEXT.getBytes(StandardCharsets.UTF_8);
    var text = new String(written, StandardCharsets.ISO_8859_1);

    assertThat(dataFiles())
        .anyMatch(file -> contentOf(file.toFile(), StandardCharsets.ISO_8859_1).contains(text));
  }

  /// The greeting tells the demo's password, which everybody knows.
  @Test
  void noGreetingHasAToken() throws IOException {
    var tokens =
        Files.readAllLines(ServerLogs.SECRETS).stream()
            .filter(secret -> secret.contains("-"))
            .toList();

    for (var name : names(ServerLogs.OUT)) {
      assertThat(read(name, ServerLogs.OUT)).doesNotContain(tokens);
    }
  }

  private static String read(String name, String kind) throws IOException {
    return Files.readString(ServerLogs.FOLDER.resolve(name + kind));
  }

  private static List<Path> dataFiles() throws IOException {
    try (var files = Files.walk(ServerLogs.FOLDER)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> ServerLogs.FOLDER.relativize(file).getNameCount() > 1)
          .toList();
    }
  }

  private static List<String> names(String kind) throws IOException {
    try (var files = Files.list(ServerLogs.FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(kind))
          .map(file -> file.substring(0, file.length() - kind.length()))
          .sorted()
          .toList();
    }
  }
}
