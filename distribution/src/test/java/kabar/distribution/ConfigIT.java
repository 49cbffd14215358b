package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where settings come from, and how `kabard config` tells.
final class ConfigIT {
  private static final Map<String, String> NO_FILE = Map.of("KABAR_CONFIG", "/dev/null");

  @TempDir Path temporary;

  @Test
  void theEnvironmentIsAboveFilesAndTheCommandLineAboveBoth() throws Exception {
    var file =
        file("my.toml", "[stop]\ngrace = '1s'\n[limits]\nconnections = 1\nmessage-bytes = 1\n");
    var environment = Map.of("KABAR_LIMITS_CONNECTIONS", "2", "KABAR_LIMITS_MESSAGE_BYTES", "2");

    assertThat(config(environment, "--config", file.toString(), "--set", "limits.message-bytes=3"))
        .contains(
            "grace = \"1s\"  # from " + file + ":2",
            "connections = 2  # from KABAR_LIMITS_CONNECTIONS",
            "message-bytes = 3  # from --set",
            "text-line-bytes = 8192  # default");
  }

  @Test
  void aServerStartsWithThem() throws Exception {
    var data = temporary.resolve("data");
    var file =
        file("my.toml", "data = '%s'\nlisten = ['tcp://127.0.0.1:0']\ndemo = true".formatted(data));
    var environment = Map.of("KABAR_CONFIG", file.toString(), "KABAR_LIMITS_CONNECTIONS", "77");

    try (var server = new PackedServer(environment, PackedServer.command()).awaitReady();
        var client = server.connect()) {
      assertThat(server.out().text()).contains("Room for 77 connections. Data folder: " + data);
      assertThat(client.login("messi")).hasSize(36);
    }
  }

  @Test
  void theFileOfTheUserIsAboveThatOfTheSystem() throws Exception {
    file("system/kabar/kabard.toml", "limits.connections = 1\nlimits.message-bytes = 1");
    var user = file("home/.config/kabar/kabard.toml", "limits.connections = 2");
    var environment =
        Map.of(
            "HOME", temporary.resolve("home").toString(),
            "XDG_CONFIG_DIRS", temporary.resolve("system").toString());

    assertThat(config(environment))
        .contains(
            "connections = 2  # from " + user + ":1",
            "message-bytes = 1  # from " + temporary.resolve("system/kabar/kabard.toml") + ":2",
            "data = \"%s/home/.local/share/kabar\"".formatted(temporary)
                + "  # default: kabar (for the demo kabar-demo) in $XDG_DATA_HOME or ~/.local/share");
  }

  @Test
  void theConfigHomeIsWhereTheXdgSpecificationSays() throws Exception {
    var user = file("other/kabar/kabard.toml", "limits.connections = 2");

    assertThat(config(Map.of("XDG_CONFIG_HOME", temporary.resolve("other").toString())))
        .contains("connections = 2  # from " + user + ":1");
  }

  @Test
  void aFileThatIsNamedReplacesAllOthers() throws Exception {
    file("home/.config/kabar/kabard.toml", "limits.connections = 2");
    var environment = Map.of("HOME", temporary.resolve("home").toString());

    assertThat(config(environment, "--config", "/dev/null"))
        .anyMatch(line -> line.matches("connections = \\d+  # default: the open-file limit .*"));
  }

  @Test
  void theExampleIsAFileToStartWith() throws Exception {
    var example = run(NO_FILE, "--example").output();
    var defaults = values(config(NO_FILE));

    var asItIs = file("example.toml", example);
    assertThat(values(config(NO_FILE, "--config", asItIs.toString()))).isEqualTo(defaults);

    var uncommented = file("all.toml", example.replaceAll("(?m)^#(?! |$)", ""));
    assertThat(Files.readString(uncommented)).contains("\nloops = ").contains("\ndata = \"");
    var all = config(NO_FILE, "--config", uncommented.toString());
    assertThat(all).noneMatch(line -> line.contains("# default"));
    assertThat(values(all)).isEqualTo(defaults);
  }

  @Test
  void aServerStartsWithTheWholeExample() throws Exception {
    var example = run(NO_FILE, "--example").output().replaceAll("(?m)^#(?! |$)", "");
    var file =
        file("all.toml", example.replaceAll("(?m)^listen = .*", "listen = ['tcp://127.0.0.1:0']"));
    var command = PackedServer.command("--config", file.toString(), "--data", temporary + "/data");

    try (var server = new PackedServer(Map.of(), command)) {
      assertThat(server.awaitReady().port()).isPositive();
    }
  }

  @Test
  void whatItPrintsIsAFileOfTheSameSettings() throws Exception {
    var printed = run(NO_FILE, "--demo", "--set", "limits.connections=7", "--metrics", "off");
    var file = file("printed.toml", printed.output());

    assertThat(values(config(NO_FILE, "--config", file.toString())))
        .contains("demo = true", "connections = 7", "address = \"off\"")
        .isEqualTo(values(printed.output().lines().toList()));
  }

  @Test
  void aPlugInHasItsKeysUnderItsName() throws Exception {
    var plugins = Files.createDirectory(temporary.resolve("plugins"));
    Files.copy(exampleJar(), plugins.resolve("unix.jar"));
    var environment = new HashMap<>(NO_FILE);
    environment.put("KABAR_PLUGINS", plugins.toString());
    environment.put("KABAR_TRANSPORT_UNIX_PERMISSIONS", "rw-rw----");

    assertThat(config(environment))
        .containsSubsequence(
            "plugins = \"%s\"  # from KABAR_PLUGINS".formatted(plugins),
            "[transport.tcp]",
            "[transport.unix]",
            "permissions = \"rw-rw----\"  # from KABAR_TRANSPORT_UNIX_PERMISSIONS",
            "max-payload-bytes = 65536  # default");
    assertThat(run(environment, "--example").output())
        .contains("# Who may connect: those who may write to the file of the socket.");
  }

  @Test
  void nothingIsOpenedOrMade() throws Exception {
    var data = temporary.resolve("data");
    try (var server = PackedServer.demo(data)) {
      var url = "tcp://127.0.0.1:" + server.port();

      assertThat(config(NO_FILE, "--listen", url, "--data", data.toString()))
          .contains("listen = [\"" + url + "\"]  # from --listen");
    }
    assertThat(config(NO_FILE, "--data", temporary + "/new")).isNotEmpty();
    assertThat(temporary.resolve("new")).doesNotExist();
  }

  @Test
  void whatAStartWouldRefuseIsRefused() throws Exception {
    for (var options :
        List.of(
            List.of("--listen", "tcp://localhost:65536"),
            List.of("--listen", "pigeon://localhost:1"),
            List.of("--demo", "--listen", "tcp://0.0.0.0:1"),
            List.of("--metrics", "here"),
            List.of("--store", "shoebox"),
            List.of("--data", "/dev/null"),
            List.of("--set", "transport.tcp.loops=0"),
            List.of("--set", "log.levels=loud"))) {
      var outcome = run(NO_FILE, options.toArray(String[]::new));

      assertThat(outcome.exitCode()).as("%s", options).isEqualTo(2);
      assertThat(outcome.output()).startsWith("kabard: ").contains("(").hasLineCount(1);
    }
  }

  @Test
  void anOptionBeforeTheCommandIsRefused() throws Exception {
    var launcher = Image.home().resolve("bin/kabard").toString();

    var outcome = Image.run(temporary, NO_FILE, launcher, "--demo", "config");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.output())
        .isEqualTo(
            "kabard: --demo stands before the command config (expected after it) (see kabard"
                + " --help)\n");
  }

  @Test
  void variablesOfOthersAreLeftAloneAndNamed() throws Exception {
    var environment =
        Map.of(
            "KABAR_PORT", "tcp://10.0.0.1:8889",
            "KABAR_SERVICE_HOST", "10.0.0.1",
            "KABAR_ALL_TESTS", "1");

    try (var server = PackedServer.demo(environment, temporary.resolve("data"))) {
      server.err().await("that are no settings: KABAR_PORT, KABAR_SERVICE_HOST\n");
    }
  }

  /// The lines without their origins.
  private static List<String> values(List<String> lines) {
    var values = new ArrayList<>(lines);
    values.replaceAll(line -> line.replaceFirst("  # .*", ""));
    return values;
  }

  private List<String> config(Map<String, String> environment, String... options) throws Exception {
    var outcome = run(environment, options);
    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    return outcome.output().lines().toList();
  }

  private Image.Outcome run(Map<String, String> environment, String... options) throws Exception {
    var command = new ArrayList<>(List.of(Image.home().resolve("bin/kabard").toString(), "config"));
    command.addAll(List.of(options));
    var home = new HashMap<>(Map.of("HOME", temporary.toString()));
    home.putAll(environment);
    return Image.run(temporary, home, command.toArray(String[]::new));
  }

  private Path file(String name, String text) throws IOException {
    var file = temporary.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Path exampleJar() throws IOException {
    var target = Image.project().resolve("examples/transport-unix/target");
    try (var jars = Files.newDirectoryStream(target, "transport-unix-*.jar")) {
      return jars.iterator().next();
    }
  }
}
