package kabar.tui.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScreenTest {

  @Test
  void everythingIsPrintedInUtf8() {
    var out = new ByteArrayOutputStream();

    new Screen(out).print("↳ ");
    new Screen(out).lines(List.of("é", "ü"));

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("↳ é\nü\n");
  }
}
