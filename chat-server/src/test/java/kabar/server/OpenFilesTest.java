package kabar.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenFilesTest {

  @Test
  void leavesRoomForWhatIsNotAConnection() {
    assertThat(OpenFiles.connections(20_000)).isEqualTo(19_744);
  }

  @Test
  void isBoundedOnBothSides() {
    assertThat(OpenFiles.connections(100)).isEqualTo(16);
    assertThat(OpenFiles.connections(10_000_000)).isEqualTo(100_000);
  }

  @Test
  void knowsTheLimitOfThisProcess() {
    assertThat(OpenFiles.limit()).isPositive();
  }
}
