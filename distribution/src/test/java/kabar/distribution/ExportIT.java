package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Exports of one packed server, and their imports into another.
final class ExportIT {
  @TempDir private Path temporary;

  private Operator first;
  private Operator second;
  private Path file;

  @BeforeEach
  void name() {
    first = new Operator(temporary, temporary.resolve("first"));
    second = new Operator(temporary, temporary.resolve("second"));
    file = temporary.resolve("all.jsonl");
  }

  @Test
  void everythingGoesFromOneServerToAnother() throws Exception {
    try (var from = PackedServer.demo(first.data());
        var to = empty(second);
        var writer = from.connect()) {
      var token = writer.login("messi");
      writer.ask("send " + token + " henderson Kabarnya béres 😀");

      first.done("export", "--all", "--output", file.toString());
      var said = second.done("import", file.toString());

      assertThat(said).startsWith("Imported 3 accounts, 1 messages and 0 markers");
      try (var reader = to.connect()) {
        assertThat(reader.ask("inbox " + reader.login("henderson"))).contains("Kabarnya b");
      }
      assertThat(second.done("import", file.toString()))
          .contains("here already were 3 accounts and 1 messages");
      assertThat(Files.readString(file)).contains("Kabarnya béres 😀").doesNotContain(token);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void theInputIsImportedToo() throws Exception {
    try (var _ = PackedServer.demo(first.data());
        var _ = empty(second)) {
      var all = first.done("export", "--all");

      assertThat(Operator.done(second.giveWithInput(all, "import", "-")))
          .startsWith("Imported 3 accounts");
    }
  }

  @Test
  void aUserGetsWhatConcernsThem() throws Exception {
    try (var server = PackedServer.demo(first.data());
        var client = server.connect()) {
      var token = client.login("messi");
      client.ask("send " + token + " henderson untuk Jordan");
      client.ask("send " + client.login("lineker") + " henderson bukan untuk Messi");

      var data = first.done("export", "--user", "messi");

      assertThat(data)
          .contains("untuk Jordan", "\"type\":\"session\"", "Lionel Messi")
          .doesNotContain("bukan", "argon2", token);
    }
  }

  @Test
  void whatCannotBeExportedOrImportedIsRefused() throws Exception {
    Files.writeString(file, "mine");
    try (var _ = PackedServer.demo(first.data())) {
      assertThat(first.refused("export", "--all", "--output", file.toString()))
          .contains("'" + file + "' is there already");
      assertThat(file).hasContent("mine");
      assertThat(first.refused("export", "--user", "pele", "--output", temporary + "/pele"))
          .contains("nobody has an account named 'pele'");
      assertThat(temporary.resolve("pele")).doesNotExist();
      assertThat(Operator.sentence(2, first.give("export"))).contains("--all");
      assertThat(first.refused("import", temporary + "/none")).contains("is not there");

      var garbage = first.give("import", file.toString());
      assertThat(garbage.exitCode()).isEqualTo(1);
      assertThat(garbage.output())
          .contains("Imported 0 accounts, 0 messages and 0 markers")
          .contains("kabard: import: line 1 is no JSON at column ");

      var own = first.giveWithInput(first.done("export", "--all"), "import", "-");
      assertThat(own.output()).contains("line 1 says that this very server wrote it");
    }
  }

  @Test
  void aFileThatIsNotInUtf8IsRefused() throws Exception {
    Files.write(file, new byte[] {'{', (byte) 0xe9, '\n'});
    try (var _ = PackedServer.demo(first.data())) {
      assertThat(first.give("import", file.toString()).output()).contains("not in UTF-8");
    }
  }

  private static PackedServer empty(Operator operator) throws Exception {
    return PackedServer.launch(
            "--listen", "tcp://127.0.0.1:0", "--data", operator.data().toString())
        .awaitReady();
  }
}
