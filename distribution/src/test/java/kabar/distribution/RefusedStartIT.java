package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A start that cannot be: exit code 2, and one sentence that says what was found and what would
/// have been right.
final class RefusedStartIT {

  private static final String EXCEPTION = "Exception";

  /// Where these are in a database file (sqlite.org/fileformat2.html §1.3).
  private static final int USER_VERSION = 60;
  private static final int APPLICATION_ID = 68;
  private static final int FILE_HEADER = 100;

  @TempDir Path temporary;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --bogus                                | '--bogus'                                | see kabard --help
          --dialect jabber                       | dialect: cannot use 'jabber' from --dial | expected chat or chatbox
          --listen ,                             | listen: cannot use ''                    | at least one URL such as tcp://localhost:8889
          --listen nonsense                      | listen: cannot use 'nonsense'            | expected a URL such as tcp://localhost:8889
          --listen tcp:localhost:0               | listen: cannot use 'tcp:localhost:0'     | expected a URL such as tcp://localhost:8889
          --listen tcp://[::1                    | listen: cannot use 'tcp://[::1'          | expected a URL such as tcp://localhost:8889
          --listen tcp://localhost               | cannot use 'tcp://localhost'             | expected tcp://HOST:PORT
          --listen tcp://localhost:0/path        | cannot use 'tcp://localhost:0/path'      | expected tcp://HOST:PORT
          --listen tcp://localhost:0#there       | cannot use 'tcp://localhost:0#there'     | expected tcp://HOST:PORT
          --listen tcp://me@localhost:0          | cannot use 'tcp://me@localhost:0'        | expected tcp://HOST:PORT
          --listen tcp://localhost:65536         | cannot use 'tcp://localhost:65536'       | expected tcp://HOST:PORT with a port of 0..65535
          --listen tcp://localhost:99999999999   | cannot use 'tcp://localhost:99999999999' | expected tcp://HOST:PORT with a port of 0..65535
          --listen tcp://nowhere.invalid:0       | nowhere.invalid                          | expected
          --listen tcp://localhost:0?dialect=x   | dialect: cannot use 'x'                  | expected chat or chatbox
          --listen tcp://localhost:0?dialekt=chat| dialekt: unknown setting                 | dialect
          --listen carrier-pigeon://localhost:0  | there is no 'carrier-pigeon'             | available: tcp, udp
          --set limits.conections=3              | limits.conections: unknown setting       | did you mean limits.connections?
          --set transport.tcp.insecur=true       | transport.tcp.insecur: unknown setting   | did you mean transport.tcp.insecure?
          --set weather.rain=much                | weather.rain: unknown setting from --set | there are the tables limits, login, log,
          --set connections=3                    | connections: unknown setting from --set  | did you mean limits.connections?
          --set limits=3                         | limits: cannot use '3' from --set        | expected a table with connections,
          --set limits.connections               | --set: cannot use 'limits.connections'   | expected KEY=VALUE, as limits.connections=1000
          --set stop.grace=1s --set stop.grace=2s| stop.grace: is given twice               | by --set and by --set
          --set data=x                           | data: is given twice                     | by --data and by --set
          --set metrics.address=off --metrics off| metrics.address: is given twice          | by --set and by --metrics
          --data x                               | '--data' (DIR)                           | only once
          --demo --demo                          | '--demo'                                 | only once
          --store pigeonhole                     | store: there is no 'pigeonhole'          | available: memory, sqlite
          --set store.memory.size=3              | store.memory.size: unknown setting       | there are: none
          --set limits.connections=many          | limits.connections: cannot use 'many'    | expected a whole number, 1..1000000
          --set stop.grace=10                    | stop.grace: cannot use '10'              | 250ms, 20s, 5m, 2h
          --set login.reveal-unknown-users=yes   | cannot use 'yes'                         | expected true or false
          --metrics here                         | metrics.address: cannot use 'here'       | expected off, or HOST:PORT
          --metrics 127.0.0.1:65536              | cannot use '127.0.0.1:65536'             | expected off, or HOST:PORT
          --metrics nowhere.invalid:0            | cannot use 'nowhere.invalid:0'           | expected an address of this machine
          --metrics 0.0.0.0:0                    | cannot use '0.0.0.0:0'                   | metrics.insecure=true
          --metrics [::]:0                       | cannot use '[::]:0'                      | metrics.insecure=true
          --set metrics.insecur=true             | metrics.insecur: unknown setting         | did you mean metrics.insecure?
          --listen tcp://0.0.0.0:0               | 'tcp://0.0.0.0:0'                        | transport.tcp.insecure=true
          --listen udp://0.0.0.0:0               | 'udp://0.0.0.0:0'                        | transport.udp.insecure=true
          --listen udp://localhost               | cannot use 'udp://localhost'             | expected udp://HOST:PORT
          --listen udp://nowhere.invalid:0       | nowhere.invalid                          | expected
          --set transport.udp.insecur=true       | transport.udp.insecur: unknown setting   | did you mean transport.udp.insecure?
          """)
  void isExplained(String options, String found, String right) throws Exception {
    assertThat(sentence(options(options + " --data"))).contains(found).contains(right);
  }

  @Test
  void isOneLineWhateverItQuotes() throws Exception {
    var sentence = sentence(List.of("--set", "stop.grace=1\n\t2"));

    assertThat(sentence).contains("stop.grace: cannot use '1\\u000a\\u00092' from --set ");
  }

  @Test
  void aWrongDialectOfAUrlIsNotMistakenForASettingOfThatName() throws Exception {
    var url = "tcp://localhost:0?dialekt=chat";

    assertThat(sentence(List.of("--listen", url))).contains(url).doesNotContain("chat.diale");
  }

  @Test
  void theDemoIsNotForOtherMachinesEvenIfPlainTextIs() throws Exception {
    var sentence =
        sentence(
            options("--demo --listen tcp://0.0.0.0:0 --set transport.tcp.insecure=true --data"));

    assertThat(sentence)
        .contains("cannot use 'tcp://0.0.0.0:0' with --demo")
        .contains("expected a loopback address such as localhost");
  }

  @Test
  void aTakenPort() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      var url = "tcp://127.0.0.1:" + other.getLocalPort();

      var sentence = sentence(options("--listen " + url + " --data"));

      assertThat(sentence).contains(url).contains("in use").contains("expected");
    }
  }

  @Test
  void aTakenPortOfMetrics() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      var address = "127.0.0.1:" + other.getLocalPort();

      var sentence =
          sentence(options("--listen tcp://127.0.0.1:0 --metrics " + address + " --data"));

      assertThat(sentence).contains("'" + address + "'").contains("in use").contains("or off");
    }
  }

  @Test
  void aDataFolderThatIsAFile() throws Exception {
    var file = Files.writeString(temporary.resolve("file"), "mine");

    var sentence = sentence(List.of("--data", file.toString()));

    assertThat(sentence).contains("'" + file + "'").contains("expected").doesNotContain(EXCEPTION);
    assertThat(file).hasContent("mine");
  }

  @Test
  void aDataFolderInsideAFile() throws Exception {
    var file = Files.writeString(temporary.resolve("file"), "mine");

    var sentence = sentence(List.of("--data", file + "/data"));

    assertThat(sentence).contains(file + "/data'").contains("expected").doesNotContain(EXCEPTION);
  }

  @Test
  void aDataFolderThatOthersMayRead() throws Exception {
    var data = Files.createDirectory(temporary.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x---"));

    var sentence = sentence(List.of("--data", data.toString()));

    assertThat(sentence).contains("'" + data + "'").contains("chmod 700 '" + data + "'");
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void aDataFolderThatCannotBeWritten() throws Exception {
    // The one folder that even root owns alone and cannot write to.
    var data = "/proc/self/fd";

    var sentence = sentence(List.of("--data", data));

    assertThat(sentence).contains("'" + data + "'").contains("expected").doesNotContain(EXCEPTION);
  }

  @Test
  void aDataFolderThatAnotherServerUses() throws Exception {
    var data = temporary.resolve("data");
    try (var first = PackedServer.demo(data);
        var client = first.connect()) {

      var sentence = sentence(options("--demo --listen tcp://127.0.0.1:0 --data"));

      assertThat(sentence)
          .contains("'" + data + "' is in use")
          .contains("another folder by --data");
      assertThat(client.ask("users x")).isEqualTo(Replies.NO_SESSION);
    }
  }

  @Test
  void aDatabaseOfANewerServer() throws Exception {
    refusesDatabase(
        it -> it.putInt(USER_VERSION, 99),
        "the database has schema 99, of a newer kabard (this one knows up to 2): use that one");
  }

  @Test
  void aDatabaseOfAnotherProgram() throws Exception {
    refusesDatabase(
        it -> it.putInt(APPLICATION_ID, 0),
        "a database of another program, not of kabard: give it");
  }

  @Test
  void aDatabaseWhoseTablesAreDamaged() throws Exception {
    refusesDatabase(
        it -> it.put(FILE_HEADER, new byte[200]), "the database is damaged: restore a backup");
  }

  @Test
  void aFileThatIsNoDatabase() throws Exception {
    refusesDatabase(
        it -> it.put(0, "my shopping list".getBytes(StandardCharsets.UTF_8)),
        "the file is no database, or its beginning is damaged: move it away, or restore a backup");
  }

  @Test
  void aDataFolderOfOthersForTheDemo() throws Exception {
    var data = temporary.resolve("data");
    PackedServer.demo(data).close();
    OpenedStore.run(data, "pele");

    assertThat(sentence(options("--demo --listen tcp://127.0.0.1:0 --data")))
        .contains("cannot use this folder for --demo")
        .contains("other accounts, such as 'pele'")
        .contains("expected a folder of the demo's own");
  }

  @Test
  void aDataFolderIsFreeAgainAfterItsServerWasKilled() throws Exception {
    var data = temporary.resolve("data");
    try (var killed = PackedServer.demo(data)) {
      assertThat(killed.port()).isPositive();
    }

    try (var second = PackedServer.demo(data)) {
      assertThat(second.port()).isPositive();
    }
  }

  @Test
  void theDataStaysAsItWas() throws Exception {
    var data = Files.createDirectory(temporary.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    var letters = Files.writeString(data.resolve("letters"), "hey");

    var sentence = sentence(options("--listen tcp://localhost --data"));

    assertThat(sentence).contains("tcp://localhost");
    assertThat(letters).hasContent("hey");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          KABAR_LIMITS_CONNECTIONS | many  | limits.connections: cannot use 'many' from KABAR_LIMITS_CONNECTIONS
          KABAR_LIMITS_CONECTIONS  | 3     | KABAR_LIMITS_CONECTIONS: unknown variable (did you mean KABAR_LIMITS_CONNECTIONS?)
          KABAR_DEMO               | yes   | demo: cannot use 'yes' from KABAR_DEMO (expected true or false)
          KABAR_CONFIG             | /none | config: cannot use '/none', which is not there (expected a file in TOML
          """)
  void aVariableThatCannotBeUsed(String name, String value, String found) throws Exception {
    assertThat(sentence(Map.of(name, value), options("--data"))).contains(found);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          [limits                       | cannot read '%s' at line 1, column
          limits.connections = "3"      | limits.connections: cannot use the text '3' from %s:1 (expected a whole
          stop.grace = 10               | stop.grace: cannot use the number 10 from %s:1 (expected a duration
          stop.grace = 2026-11-22       | stop.grace: cannot use the date 2026-11-22 from %s:1 (expected a duration
          data = ["a", "b"]             | data: cannot use a list from %s:1 (expected a folder
          data = ""                     | data: cannot use the text '' from %s:1 (expected a folder
          demo = {}                     | demo: cannot use a table from %s:1 (expected true or false)
          listen = "tcp://localhost:0"  | cannot use the text 'tcp://localhost:0' from %s:1 (expected a list of URLs
          limits = 3                    | limits: cannot use the number 3 from %s:1 (expected a table with connections,
          limits.conections = 3         | limits.conections: unknown setting from %s:1 (did you mean limits.connections?)
          transport.tcp.loop = 3        | transport.tcp.loop: unknown setting from %s:1 (did you mean transport.tcp.loops?)
          transport.tpc.loops = 3       | transport.tpc.loops: unknown setting from %s:1 (did you mean transport.tcp.loops?)
          demo = true\\ndemo = true     | cannot read '%s' at line 2, column
          """)
  void aFileThatCannotBeUsed(String text, String found) throws Exception {
    var file = Files.writeString(temporary.resolve("my.toml"), text.translateEscapes());

    // What the command line says too is no excuse for it.
    var options = options("--config " + file + " --set limits.connections=3 --data");

    assertThat(sentence(options))
        .contains(found.formatted(file))
        .containsPattern("expected|did you");
  }

  @Test
  void aFileThatIsAFolder() throws Exception {
    assertThat(sentence(options("--config " + temporary + " --data")))
        .contains("config: cannot use '" + temporary + "', which is a folder");
  }

  @Test
  void aFileThatCannotBeRead() throws Exception {
    // The one file that even root cannot read.
    assertThat(sentence(options("--config /proc/self/mem --data")))
        .contains("config: cannot use '/proc/self/mem', which cannot be read");
  }

  @Test
  void aFileThatIsNotInUtf8() throws Exception {
    var file = Files.write(temporary.resolve("my.toml"), new byte[] {'#', (byte) 0xe9});

    assertThat(sentence(options("--config " + file + " --data"))).contains("not in UTF-8");
  }

  @Test
  void aFileWithoutEnd() throws Exception {
    assertThat(sentence(options("--config /dev/zero --data")))
        .contains("longer than 1048576 bytes");
  }

  /// A database of a server that was stopped, changed before the next start, which leaves it as it
  /// is.
  private void refusesDatabase(Consumer<ByteBuffer> change, String found) throws Exception {
    var data = temporary.resolve("data");
    try (var server = PackedServer.demo(data)) {
      server.terminate();
      server.awaitExit();
    }
    var file = data.resolve("kabar.db");
    var bytes = Files.readAllBytes(file);
    change.accept(ByteBuffer.wrap(bytes));
    Files.write(file, bytes);

    var sentence = sentence(options("--demo --listen tcp://127.0.0.1:0 --data"));

    assertThat(sentence)
        .contains("the store in '" + data + "' cannot be opened: ")
        .contains(found)
        .doesNotContain(EXCEPTION);
    assertThat(file).hasBinaryContent(bytes);
  }

  private List<String> options(String upToData) {
    var options = new ArrayList<>(List.of(upToData.split(" ")));
    options.add(temporary.resolve("data").toString());
    return options;
  }

  private String sentence(List<String> options) throws Exception {
    return sentence(Map.of(), options);
  }

  /// Starts a server that must not start; answers the one line it says about it.
  private String sentence(Map<String, String> environment, List<String> options) throws Exception {
    var all = new HashMap<>(environment);
    all.put("HOME", temporary.toString());
    var command = PackedServer.command(options.toArray(String[]::new));
    try (var server = new PackedServer(all, command)) {
      assertThat(server.awaitExit()).isEqualTo(2);
      assertThat(server.out().awaitEnd()).isEmpty();
      var said = server.err().awaitEnd();
      assertThat(said).startsWith("kabard: ").endsWith("\n");
      assertThat(said.strip()).as("one line").doesNotContain("\n");
      return said;
    }
  }
}
