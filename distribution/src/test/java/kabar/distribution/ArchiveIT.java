package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The archives that are released: the programs, and their caches.
final class ArchiveIT {

  private static final String PROGRAMS = ".tar.gz";
  private static final String CACHES = "-caches.tar.gz";
  private static final long MEGABYTE = 1_000_000;

  @TempDir Path temporary;

  @BeforeEach
  void requireTar() {
    Programs.require("tar");
    Programs.require("gzip");
  }

  @Test
  void theProgramsStartWhereTheyWereUnpacked() throws Exception {
    var home = unpack(PROGRAMS);

    for (var program : Image.programs()) {
      assertThat(version(home, program, "")).isEqualTo(versionOf(program));
    }
  }

  @Test
  void theCachesFitTheProgramsTheyAreUnpackedOver() throws Exception {
    unpack(PROGRAMS);
    var home = unpack(CACHES);

    for (var program : Image.programs()) {
      assertThat(version(home, program, "-XX:AOTMode=on")).isEqualTo(versionOf(program));
    }
  }

  @Test
  void nothingInItTellsWhoPackedItWhen() throws Exception {
    assertThat(list(PROGRAMS))
        .isNotEmpty()
        .allSatisfy(
            entry ->
                assertThat(entry)
                    .matches(
                        "(d(rwx)(r-x){2}|-(rwx(r-x){2}|rw-(r--){2})|l.{9}) 0/0 +\\d+ 2026-01-01"
                            + " 00:00 .*"));
  }

  @Test
  void onlyProgramsCanBeExecuted() throws Exception {
    var executables = list(PROGRAMS).stream().filter(entry -> entry.startsWith("-rwx")).toList();

    assertThat(executables)
        .hasSizeGreaterThan(Image.programs().size())
        .allMatch(entry -> entry.matches(".*/(bin/[a-z]+|lib/jexec|lib/jspawnhelper)"));
  }

  @Test
  void theProgramsComeWithLicencesAndAFolderForPlugins() throws Exception {
    var home = unpack(PROGRAMS);

    assertThat(home.resolve("LICENSE")).isNotEmptyFile();
    assertThat(home.resolve("NOTICE")).isNotEmptyFile();
    assertThat(home.resolve("legal/java.base/LICENSE")).isNotEmptyFile();
    assertThat(home.resolve("plugins")).isEmptyDirectory();
  }

  @Test
  void cachesAreInTheirOwnArchiveOnly() throws Exception {
    assertThat(list(PROGRAMS)).noneMatch(entry -> entry.endsWith(".aot"));
    assertThat(list(CACHES)).hasSameSizeAs(Image.programs()).allMatch(e -> e.endsWith(".aot"));
  }

  @Test
  void theImageTakesAtMost70Megabytes() throws IOException {
    try (var files = Files.walk(Image.home())) {
      long bytes =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.toString().endsWith(".aot"))
              .mapToLong(ArchiveIT::size)
              .sum();

      assertThat(bytes).isLessThanOrEqualTo(70 * MEGABYTE);
    }
  }

  @Test
  void theArchiveTakesAtMost48Megabytes() throws IOException {
    assertThat(Image.archive(PROGRAMS).toFile().length())
        .isPositive()
        .isLessThanOrEqualTo(48 * MEGABYTE);
  }

  /// Answers the folder that everything in the archive is in.
  private Path unpack(String suffix) throws Exception {
    tar("-xzf", suffix);
    return temporary.resolve("kabar-" + System.getProperty("kabar.version"));
  }

  private List<String> list(String suffix) throws Exception {
    return tar("-tvzf", suffix).lines().toList();
  }

  private String tar(String action, String suffix) throws Exception {
    var environment = Map.of("PATH", System.getenv("PATH"), "TZ", "UTC");
    var archive = Image.archive(suffix).toString();
    var outcome = Image.run(temporary, environment, "tar", "--numeric-owner", action, archive);
    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    return outcome.output();
  }

  private Image.Outcome version(Path home, String program, String javaOptions) throws Exception {
    var launcher = home.resolve("bin", program).toString();
    return Image.run(temporary, Map.of("KABAR_JAVA_OPTS", javaOptions), launcher, "--version");
  }

  private static Image.Outcome versionOf(String program) {
    return new Image.Outcome(0, program + " " + System.getProperty("kabar.version") + "\n");
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
