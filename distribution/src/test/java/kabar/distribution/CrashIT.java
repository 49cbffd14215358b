package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The short form of `./bench crash`, which kills five hundred times.
final class CrashIT {

  @Test
  void aServerThatIsKilledKeepsWhatItAcknowledgedOnceAndInOrder(@TempDir Path temporary)
      throws Exception {
    var outcome = LoadTool.run(temporary, "crash", "--kills", "20", "--connections", "12");

    assertThat(outcome.output())
        .containsPattern(
            "kills 20, acknowledged [1-9][0-9,]*, lost 0, doubled 0, out of order 0, never sent 0,");
    assertThat(outcome.exitCode()).isZero();
  }
}
