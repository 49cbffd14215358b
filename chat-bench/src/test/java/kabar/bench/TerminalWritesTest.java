package kabar.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TerminalWritesTest {

  @Test
  void countsWritesToTheTerminalOnly() {
    var trace =
        List.of(
            "12 write(1, \"\"..., 30)                  = 30",
            "12 write(5, \"\"..., 99)                  = 99",
            "13  writev(1, [{iov_base=\"\"..., iov_len=12}], 1) = 12",
            "12 write(1, \"\"..., 30)                  = -1 EAGAIN (Resource temporarily unavailable)",
            "12 +++ exited with 0 +++");

    assertThat(TerminalWrites.of(trace)).isEqualTo(new TerminalWrites(2, 42));
  }

  @Test
  void countsWritesDuringWhichOthersWentOn() {
    var trace =
        List.of(
            "12 write(1, \"\"..., 30 <unfinished ...>",
            "13 write(5, \"\"..., 9 <unfinished ...>",
            "13 <... write resumed>) = 9",
            "12 <... write resumed>) = 30");

    assertThat(TerminalWrites.of(trace)).isEqualTo(new TerminalWrites(1, 30));
  }

  @Test
  void tellsWhatCameSince() {
    assertThat(new TerminalWrites(5, 70).since(new TerminalWrites(2, 42)))
        .isEqualTo(new TerminalWrites(3, 28));
  }
}
