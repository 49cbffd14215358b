package kabar.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFiguresTest {
  private Path folder;
  private ProcessFigures figures;

  @BeforeEach
  void oneProcess(@TempDir Path folder) {
    this.folder = folder;
    figures = new ProcessFigures(folder);
  }

  @Test
  void addsUpTheCpuTimeOfAllThreads() throws IOException {
    thread("1", "1500 20 3\n");
    thread("2", "500 20 3\n");

    assertThat(figures.cpu()).isEqualTo(Duration.ofNanos(2000));
  }

  @Test
  void keepsTheCpuTimeOfThreadsThatHaveEnded() throws IOException {
    thread("1", "1500 20 3\n");
    thread("2", "500 20 3\n");
    figures.cpu();

    Files.delete(folder.resolve("task/2/schedstat"));
    thread("1", "1700 20 3\n");

    assertThat(figures.cpu()).isEqualTo(Duration.ofNanos(2200));
  }

  @Test
  void readsResidentMemoryInBytes() throws IOException {
    Files.writeString(folder.resolve("status"), "Name:\tjava\nVmRSS:\t     100 kB\nThreads:\t9\n");

    assertThat(figures.residentBytes()).isEqualTo(102_400);
  }

  private void thread(String id, String schedstat) throws IOException {
    var thread = Files.createDirectories(folder.resolve("task").resolve(id));
    Files.writeString(thread.resolve("schedstat"), schedstat);
  }
}
