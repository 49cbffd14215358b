package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script `run`, copied into a project of one source, whose `build` only says that it was
/// called and whose image is a script.
final class RunScriptIT {
  private static final FileTime BEFORE_BUILD = FileTime.from(Instant.parse("2026-01-01T10:00:00Z"));
  private static final FileTime BUILD = FileTime.from(Instant.parse("2026-01-01T11:00:00Z"));
  private static final FileTime AFTER_BUILD = FileTime.from(Instant.parse("2026-01-01T12:00:00Z"));
  private static final String BUILT = "build was called: -q -DskipTests package\n";

  @TempDir Path project;

  @BeforeEach
  void makeProject() throws IOException {
    Files.copy(Image.project().resolve("run"), file("run"), StandardCopyOption.COPY_ATTRIBUTES);
    script("build", "echo \"build was called: $*\"");
    script("distribution/src/main/launcher/kabard", "echo the source of a launcher");
    script(
        "distribution/target/kabar/bin/kabard",
        "echo \"kabard in $PWD\"; for a in \"$@\"; do echo \"<$a>\"; done; exit 7");
    Files.writeString(file("distribution/target/kabar/release"), "");
    Files.writeString(file("pom.xml"), "<project/>");
    Files.createDirectories(file("chat/src/main/java"));
    Files.createDirectories(file("chat/src/test/java"));
    Files.writeString(file("chat/src/main/java/Source.java"), "");
    setAllTimes();
  }

  @Test
  void aFreshImageIsRunAsItIs() throws Exception {
    assertThat(run("kabard").output()).startsWith("kabard in ");
  }

  @Test
  void theProgramGetsItsArgumentsAndStartsWhereItWasCalled() throws Exception {
    var outcome = run("kabard", "--set", "a b", "", "*");

    assertThat(outcome.output())
        .isEqualTo("kabard in " + project.toRealPath() + "\n<--set>\n<a b>\n<>\n<*>\n");
    assertThat(outcome.exitCode()).isEqualTo(7);
  }

  @Test
  void theScriptMayBeCalledThroughALink() throws Exception {
    var link = Files.createSymbolicLink(project.resolve("link"), file("run"));

    var outcome = Image.run(project, environment(), link.toString(), "kabard");

    assertThat(outcome.output()).startsWith("kabard in ");
  }

  @Test
  void aChangedSourceIsBuiltFirst() throws Exception {
    Files.setLastModifiedTime(file("chat/src/main/java/Source.java"), AFTER_BUILD);

    assertThat(run("kabard").output()).contains(BUILT + "kabard in ");
  }

  @Test
  void aChangedPomIsBuiltFirst() throws Exception {
    Files.setLastModifiedTime(file("pom.xml"), AFTER_BUILD);

    assertThat(run("kabard").output()).contains(BUILT + "kabard in ");
  }

  @Test
  void aDeletedSourceIsNoticed() throws Exception {
    Files.delete(file("chat/src/main/java/Source.java"));

    assertThat(run("kabard").output()).contains(BUILT + "kabard in ");
  }

  @Test
  void aChangedTestIsNoReasonToBuild() throws Exception {
    Files.writeString(file("chat/src/test/java/SourceTest.java"), "");

    assertThat(run("kabard").output()).startsWith("kabard in ");
  }

  @Test
  void aMissingImageIsBuiltFirst() throws Exception {
    Files.delete(file("distribution/target/kabar/release"));

    assertThat(run("kabard").output()).contains(BUILT + "kabard in ");
  }

  @Test
  void nothingIsRunWhereTheBuildFails() throws Exception {
    script("build", "echo it does not compile; exit 1");
    Files.setLastModifiedTime(file("pom.xml"), AFTER_BUILD);

    var outcome = run("kabard");

    assertThat(outcome.output()).contains("it does not compile").doesNotContain("kabard in ");
    assertThat(outcome.exitCode()).isEqualTo(1);
  }

  @Test
  void helpAndNoArgumentsListThePrograms() throws Exception {
    var help = run("--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.output()).startsWith("Usage: ./run PROGRAM ARGS…\n").endsWith("  kabard\n");
    assertThat(run()).isEqualTo(help);
    assertThat(run("-h")).isEqualTo(help);
  }

  @Test
  void aPathIsNoProgram() throws Exception {
    var outcome = run("../launcher/kabard");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.output()).startsWith("run: there is no program '../launcher/kabard'.");
  }

  private Image.Outcome run(String... arguments) throws Exception {
    var command = new String[arguments.length + 1];
    command[0] = file("run").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return Image.run(project, environment(), command);
  }

  private static Map<String, String> environment() {
    return Map.of("PATH", "/usr/bin:/bin");
  }

  private Path file(String name) {
    return project.resolve(name);
  }

  private void script(String name, String text) throws IOException {
    var script = file(name);
    Files.createDirectories(script.getParent());
    Files.writeString(script, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// The image was built after everything else was written.
  private void setAllTimes() throws IOException {
    try (var all = Files.walk(project)) {
      for (var path : (Iterable<Path>) all::iterator) {
        Files.setLastModifiedTime(path, BEFORE_BUILD);
      }
    }
    Files.setLastModifiedTime(file("distribution/target/kabar/release"), BUILD);
  }
}
