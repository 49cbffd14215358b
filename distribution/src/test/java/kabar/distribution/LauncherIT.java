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

final class LauncherIT {

  @TempDir Path temporary;

  @ParameterizedTest
  @MethodSource("programs")
  void startsWithAnEmptyEnvironment(String program) throws Exception {
    assertThat(version(launcher(Image.home(), program), Map.of())).isEqualTo(versionOf(program));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void startsBehindALinkToALink(String program) throws Exception {
    var image = Image.copy(Image.home(), temporary.resolve("image"));
    var first = Files.createSymbolicLink(temporary.resolve("first"), launcher(image, program));
    var second = Files.createSymbolicLink(temporary.resolve("second"), first);

    assertThat(version(second, Map.of())).isEqualTo(versionOf(program));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void startsWhereItWasMovedTo(String program) throws Exception {
    var moved = Image.copy(Image.home(), temporary.resolve("a path  with 'spaces'"));

    assertThat(version(launcher(moved, program), Map.of())).isEqualTo(versionOf(program));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void givesJavaTheOptionsOfTheUser(String program) throws Exception {
    var environment = Map.of("KABAR_JAVA_OPTS", "-Xmx64m -XX:+PrintFlagsFinal");

    assertThat(version(launcher(Image.home(), program), environment))
        .containsPattern("MaxHeapSize += 67108864 ")
        .endsWith(versionOf(program));
  }

  @Test
  void startsWithALanternaThatItsUserHasChanged() throws Exception {
    var options = "--patch-module=com.googlecode.lanterna=" + lanterna();

    var printed = version(launcher(Image.home(), "kabar"), Map.of("KABAR_JAVA_OPTS", options));

    assertThat(printed).endsWith(versionOf("kabar")).doesNotContain("WARNING");
  }

  static List<String> programs() throws IOException {
    return Image.programs();
  }

  private static Path lanterna() throws IOException {
    try (var jars = Files.list(Image.home().resolveSibling("modules"))) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith("lanterna-"))
          .findFirst()
          .orElseThrow();
    }
  }

  private String version(Path launcher, Map<String, String> environment) throws Exception {
    return Image.run(temporary, environment, launcher.toString(), "--version").output();
  }

  private static String versionOf(String program) {
    return program + " " + System.getProperty("kabar.version") + "\n";
  }

  private static Path launcher(Path image, String program) {
    return image.resolve("bin", program);
  }
}
