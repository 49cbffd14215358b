package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripts of the project's root where something is missing, and what `build` finds. Maven is a
/// script that says how it was called, or is not there.
final class BuildScriptIT {
  private static final String NO_JDK =
      "build: no JDK 25 found: install one (Temurin 25, say) or set JAVA_HOME to it.\n";

  @TempDir Path elsewhere;

  private Path tools;

  @BeforeEach
  void makeToolsWithoutJavaAndMaven() throws IOException {
    tools = Files.createDirectory(elsewhere.resolve("tools"));
    for (var tool : List.of("dirname", "grep", "readlink", "tr")) {
      script(tools.resolve(tool), "PATH=/usr/bin:/bin exec " + tool + " \"$@\"");
    }
  }

  @Test
  void runListsThePrograms() throws Exception {
    var environment = Map.of("PATH", "/usr/bin:/bin");

    var outcome =
        Image.run(elsewhere, environment, Image.project().resolve("run").toString(), "kabarx");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.output()).contains("no program 'kabarx'").contains("  kabard\n");
  }

  @Test
  void buildSaysInOneSentenceThatAJdkIsMissing() throws Exception {
    var outcome = build(Map.of("KABAR_JVM_DIRS", elsewhere.toString()));

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.output()).isEqualTo(NO_JDK);
  }

  @Test
  void buildDoesNotTakeAnotherJdk() throws Exception {
    jdk("jvm/jdk-21", "21.0.9");
    jdk("jvm/jdk-26", "26");
    var jre = jdk("jvm/jre-25", "25.0.1");
    Files.delete(jre.resolve("bin/jlink"));

    var outcome =
        build(
            Map.of(
                "KABAR_JVM_DIRS",
                elsewhere.resolve("jvm").toString(),
                "JAVA_HOME",
                elsewhere.resolve("jvm/jdk-21").toString()));

    assertThat(outcome.output()).isEqualTo(NO_JDK);
  }

  @Test
  void buildSaysInOneSentenceThatMavenIsMissing() throws Exception {
    var home = jdk("jdk", "25.0.1");

    var outcome = build(Map.of("JAVA_HOME", home.toString()));

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.output())
        .isEqualTo(
            "build: no Maven found: install Maven 3.8.7 or newer, so that mvn is on the PATH.\n");
  }

  @Test
  void buildStartsMavenWithTheJdkOfJavaHome() throws Exception {
    var home = jdk("my jdk", "25.0.1");
    maven();

    var outcome = build(Map.of("JAVA_HOME", home.toString()), "-q", "a b");

    assertThat(outcome.output()).isEqualTo("mvn <-q> <a b> with " + home + "\n");
  }

  @Test
  void buildFindsAJdkAmongOthersInTheFoldersOfTheSystem() throws Exception {
    jdk("jvm/jdk-21", "21.0.9");
    var home = jdk("jvm/jdk 25", "25");
    maven();

    var outcome = build(Map.of("KABAR_JVM_DIRS", "/nowhere:" + elsewhere.resolve("jvm")), "verify");

    assertThat(outcome.output()).isEqualTo("mvn <verify> with " + home + "\n");
  }

  @Test
  void buildFindsTheJdkOfTheJavacOnThePath() throws Exception {
    var home = jdk("jdk", "25.0.1");
    script(home.resolve("bin/javac"), "");
    Files.createSymbolicLink(tools.resolve("javac"), home.resolve("bin/javac"));
    maven();

    var outcome = build(Map.of("KABAR_JVM_DIRS", ""), "verify");

    assertThat(outcome.output()).isEqualTo("mvn <verify> with " + home.toRealPath() + "\n");
  }

  /// With nothing on the PATH but the tools that the script calls.
  private Image.Outcome build(Map<String, String> environment, String... arguments)
      throws Exception {
    var all = new HashMap<>(environment);
    all.put("PATH", tools.toString());
    var command = new String[arguments.length + 1];
    command[0] = Image.project().resolve("build").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return Image.run(elsewhere, all, command);
  }

  private void maven() throws IOException {
    script(
        tools.resolve("mvn"),
        "printf mvn; for a in \"$@\"; do printf ' <%s>' \"$a\"; done; echo \" with $JAVA_HOME\"");
  }

  /// What the script takes for a JDK of this version.
  private Path jdk(String folder, String version) throws IOException {
    var home = elsewhere.resolve(folder);
    Files.createDirectories(home.resolve("bin"));
    script(home.resolve("bin/jlink"), "");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
