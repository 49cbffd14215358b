package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store that is compiled here and dropped into the image.
final class StorePluginIT {
  private static final String MODULE =
      """
      module shoebox {
        requires kabar.api;
        uses kabar.api.store.StoreProvider;
        provides kabar.api.store.StoreProvider with shoebox.Shoebox;
      }
      """;

  /// Another name for the store in memory.
  private static final String PROVIDER =
      """
      package shoebox;

      import java.nio.file.Path;
      import java.util.ServiceLoader;
      import kabar.api.Settings;
      import kabar.api.store.Store;
      import kabar.api.store.StoreProvider;

      public final class Shoebox implements StoreProvider {
        public String name() {
          return "shoebox";
        }

        public boolean isDurable() {
          return false;
        }

        public Store open(Path folder, Settings settings) {
          return ServiceLoader.load(StoreProvider.class).stream()
              .map(ServiceLoader.Provider::get)
              .filter(it -> it.name().equals("memory"))
              .findFirst()
              .orElseThrow()
              .open(folder, settings);
        }
      }
      """;

  @TempDir Path temporary;
  private Path plugins = Path.of("");

  @BeforeEach
  void makePlugin() throws IOException {
    plugins = Files.createDirectory(temporary.resolve("plugins"));
    var classes = temporary.resolve("classes");
    run(
        "javac",
        "--module-path",
        Image.project().resolve("chat-api/target/classes").toString(),
        "-d",
        classes.toString(),
        source("module-info.java", MODULE),
        source("shoebox/Shoebox.java", PROVIDER));
    var jar = plugins.resolve("shoebox.jar").toString();
    run("jar", "--create", "--file", jar, "--module-version", "1.0", "-C", classes.toString(), ".");
  }

  @Test
  void keepsWhatIsWrittenIfItIsAskedFor() throws Exception {
    var data = temporary.resolve("data");
    var folder = plugins.toString();
    try (var server = PackedServer.demo(data, "--plugins", folder, "--store", "shoebox");
        var messi = server.connect()) {
      assertThat(server.out().text())
          .contains("\nMessages are gone when the server stops: the store is shoebox.\n");
      server.err().await("store shoebox: shoebox@1.0 from file:");

      var token = messi.login("messi");
      assertThat(messi.ask("send %s messi hey".formatted(token))).isEqualTo(Replies.SENT);
      assertThat(messi.ask("inbox " + token)).contains("\"msg\": \" hey \\r\\n\"");
      assertThat(data.resolve("kabar.db")).doesNotExist();
    }
  }

  @Test
  void isListedWhereAnotherNameIsAskedFor() throws Exception {
    var data = temporary.resolve("data").toString();
    var command =
        PackedServer.command("--plugins", plugins.toString(), "--store", "hat", "--data", data);
    try (var server = new PackedServer(Map.of(), command)) {
      assertThat(server.awaitExit()).isEqualTo(2);
      assertThat(server.err().awaitEnd())
          .isEqualTo("kabard: store: there is no 'hat' (available: memory, shoebox, sqlite)\n");
    }
  }

  private String source(String name, String text) throws IOException {
    var file = temporary.resolve("src").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private static void run(String tool, String... args) {
    var said = new StringWriter();
    var out = new PrintWriter(said);
    int exitCode = ToolProvider.findFirst(tool).orElseThrow().run(out, out, args);
    assertThat(exitCode).as(said.toString()).isZero();
  }
}
