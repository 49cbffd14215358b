package kabar.distribution;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/// The programs of the machine that some tests need.
///
/// Where one is missing the test is skipped, naming it. With `KABAR_ALL_TESTS=1`, as in CI, that is
/// a failure: there nothing may be skipped.
final class Programs {
  private Programs() {}

  /// Skips the test unless there is this program.
  static void require(String name) {
    if (!isOnPath(name)) {
      skip("this machine has no " + name);
    }
  }

  /// Skips the test unless there is an `nc` that can half-close (`-N`), which is OpenBSD's.
  static void requireNetcat() throws IOException, InterruptedException {
    require("nc");
    var help = Image.run(Path.of("/"), Map.of("PATH", System.getenv("PATH")), "nc", "-h");
    if (!help.output().contains("OpenBSD")) {
      skip("the nc of this machine is not OpenBSD's, which has -N");
    }
  }

  private static boolean isOnPath(String name) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /// Skips the test, saying why in one line.
  static void skip(String reason) {
    if ("1".equals(System.getenv("KABAR_ALL_TESTS"))) {
      fail(reason + ", and KABAR_ALL_TESTS=1 says that nothing may be skipped");
    }
    abort(reason);
  }
}
