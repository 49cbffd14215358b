package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LauncherIT {

  private static final String VERSION = "kabard " + System.getProperty("kabar.version") + "\n";

  @TempDir Path temporary;

  @Test
  void startsWithAnEmptyEnvironment() throws Exception {
    assertThat(version(launcher(Image.home()), Map.of())).isEqualTo(VERSION);
  }

  @Test
  void startsBehindALinkToALink() throws Exception {
    var image = Image.copy(Image.home(), temporary.resolve("image"));
    var first = Files.createSymbolicLink(temporary.resolve("first"), launcher(image));
    var second = Files.createSymbolicLink(temporary.resolve("second"), first);

    assertThat(version(second, Map.of())).isEqualTo(VERSION);
  }

  @Test
  void startsWhereItWasMovedTo() throws Exception {
    var moved = Image.copy(Image.home(), temporary.resolve("a path  with 'spaces'"));

    assertThat(version(launcher(moved), Map.of())).isEqualTo(VERSION);
  }

  @Test
  void givesJavaTheOptionsOfTheUser() throws Exception {
    var environment = Map.of("KABAR_JAVA_OPTS", "-Xmx64m -XX:+PrintFlagsFinal");

    assertThat(version(launcher(Image.home()), environment))
        .containsPattern("MaxHeapSize += 67108864 ")
        .endsWith(VERSION);
  }

  private String version(Path launcher, Map<String, String> environment) throws Exception {
    return Image.run(temporary, environment, launcher.toString(), "--version").output();
  }

  private static Path launcher(Path image) {
    return image.resolve("bin/kabard");
  }
}
