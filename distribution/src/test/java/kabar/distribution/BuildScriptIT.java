package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripts of the project's root where something is missing.
final class BuildScriptIT {

  @TempDir Path elsewhere;

  @Test
  void runListsThePrograms() throws Exception {
    var environment = Map.of("PATH", "/usr/bin:/bin");

    var outcome = Image.run(elsewhere, environment, script("run"), "kabarx");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.output()).contains("no program 'kabarx'").contains("  kabard\n");
  }

  @Test
  void buildSaysInOneSentenceThatAJdkIsMissing() throws Exception {
    var environment = Map.of("PATH", toolsWithoutJava(), "KABAR_JVM_DIRS", elsewhere.toString());

    var outcome = Image.run(elsewhere, environment, script("build"));

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.output())
        .isEqualTo(
            "build: no JDK 25 found: install one (Temurin 25, say) or set JAVA_HOME to it.\n");
  }

  private static String script(String name) {
    return Image.project().resolve(name).toString();
  }

  /// A folder with the tools the script calls, whatever else is in the folders they come from.
  private String toolsWithoutJava() throws IOException {
    var tools = Files.createDirectory(elsewhere.resolve("tools"));
    for (var tool : List.of("dirname", "grep", "readlink", "tr")) {
      var script = Files.writeString(tools.resolve(tool), callOf(tool));
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
    return tools.toString();
  }

  private static String callOf(String tool) {
    return "#!/bin/sh\nPATH=/usr/bin:/bin exec " + tool + " \"$@\"\n";
  }
}
