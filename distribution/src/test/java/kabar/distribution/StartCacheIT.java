package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The caches that shorten the start. Java ignores one that does not fit, so that nobody would
/// notice: with `AOTMode=on` it refuses to start instead.
final class StartCacheIT {

  private static final String REQUIRED = "-XX:AOTMode=on";
  private static final String OTHER_HEADERS = "-XX:-UseCompactObjectHeaders";
  private static final String REFUSED = "Unable to use AOT cache.\n";

  @TempDir Path temporary;

  @ParameterizedTest
  @MethodSource("programs")
  void everyProgramStartsFromItsCache(String program) throws Exception {
    var outcome = version(Image.home(), program, REQUIRED);

    assertThat(outcome).isEqualTo(versionOf(program));
  }

  @Test
  void theServerFindsItsOwnClassesThere() throws Exception {
    var environment = Map.of("KABAR_JAVA_OPTS", REQUIRED + " -Xlog:class+load");
    try (var server = PackedServer.demo(environment, temporary.resolve("data"))) {

      assertThat(server.out().text())
          .contains("kabar.server.RunningServer source: shared objects file")
          .contains("kabar.domain.ChatServer source: shared objects file")
          .contains("kabar.store.sqlite.SqliteStore source: shared objects file")
          .contains("org.sqlite.core.NativeDB source: shared objects file");
    }
  }

  @Test
  void theClientFindsItsOwnClassesThere() throws Exception {
    var shell =
        new PackedShell(temporary.resolve("home"))
            .with("KABAR_JAVA_OPTS", REQUIRED + " -Xlog:class+load");
    try (var server = PackedServer.demo(temporary.resolve("data"))) {
      shell.login(server.addresses().getFirst().toString(), "messi", "surabaya");

      assertThat(shell.give("send", "messi", "hai").output())
          .contains("kabar.tui.SendCommand source: shared objects file")
          .contains("kabar.client.ChatClient source: shared objects file")
          .contains("kabar.protocol.RpcClientCodec source: shared objects file")
          .contains("kabar.transport.tcp.TcpConnection source: shared objects file");
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyCacheSurvivesAMove(String program) throws Exception {
    var moved = Image.copy(Image.home(), temporary.resolve("a path  with 'spaces'"));

    assertThat(version(moved, program, REQUIRED)).isEqualTo(versionOf(program));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aMissingCacheIsNotMissed(String program) throws Exception {
    var image = Image.copy(Image.home(), temporary.resolve("image"));
    Files.delete(cache(image, program));

    assertThat(version(image, program)).isEqualTo(versionOf(program));
    assertRefused(version(image, program, REQUIRED));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aCacheOfOtherOptionsIsIgnoredSilently(String program) throws Exception {
    assertThat(version(Image.home(), program, OTHER_HEADERS)).isEqualTo(versionOf(program));
    assertRefused(version(Image.home(), program, OTHER_HEADERS, REQUIRED));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aBrokenCacheIsIgnoredSilently(String program) throws Exception {
    var image = Image.copy(Image.home(), temporary.resolve("image"));
    Files.writeString(cache(image, program), "broken");

    assertThat(version(image, program)).isEqualTo(versionOf(program));
    assertRefused(version(image, program, REQUIRED));
  }

  static List<String> programs() throws IOException {
    return Image.programs();
  }

  private Image.Outcome version(Path image, String program, String... javaOptions)
      throws Exception {
    var launcher = image.resolve("bin", program).toString();
    var environment = Map.of("KABAR_JAVA_OPTS", String.join(" ", javaOptions));
    return Image.run(temporary, environment, launcher, "--version");
  }

  private static Image.Outcome versionOf(String program) {
    return new Image.Outcome(0, program + " " + System.getProperty("kabar.version") + "\n");
  }

  private static void assertRefused(Image.Outcome outcome) {
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output()).endsWith(REFUSED);
  }

  private static Path cache(Path image, String program) {
    return image.resolve("lib/kabar", program + ".aot");
  }
}
