package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class LicensesIT {

  private static final Pattern JAR = Pattern.compile("(.+?)-(\\d.*)\\.jar");
  private static final Pattern TEXT = Pattern.compile("licenses/\\S+\\.txt");

  @Test
  void theNoticeNamesEveryForeignJarWithItsVersion() throws IOException {
    var notice = Files.readAllLines(Image.home().resolve("NOTICE"));

    assertThat(foreignJars())
        .isNotEmpty()
        .allSatisfy(jar -> assertThat(notice).anyMatch(line -> names(line, jar)));
  }

  @Test
  void everyTextTheNoticePointsAtIsThere() throws IOException {
    var texts = TEXT.matcher(Files.readString(Image.home().resolve("NOTICE"))).results().toList();

    assertThat(texts)
        .isNotEmpty()
        .allSatisfy(text -> assertThat(Image.home().resolve(text.group())).isNotEmptyFile());
  }

  private static boolean names(String line, String jar) {
    var parts = JAR.matcher(jar);
    return parts.matches()
        && List.of(line.split("\\s+")).containsAll(List.of(parts.group(1), parts.group(2)));
  }

  /// The jars that were linked, without those of this build.
  private static List<String> foreignJars() throws IOException {
    try (var jars = Files.list(Image.home().resolveSibling("modules"))) {
      return jars.map(jar -> jar.getFileName().toString())
          .filter(jar -> !Files.isDirectory(Image.project().resolve(module(jar))))
          .toList();
    }
  }

  private static Path module(String jar) {
    return Path.of(JAR.matcher(jar).replaceAll("$1"));
  }
}
