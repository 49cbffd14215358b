package kabar.tui.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScreenTest {

  @Test
  void whatATerminalMightObeyIsEscaped() {
    assertThat(Screen.harmless("a\u001b[2J\u0007\u009b\u007f\u202e\u200d\u2028\n\t"))
        .isEqualTo("a\\u001b[2J\\u0007\\u009b\\u007f\\u202e\\u200d\\u2028\\u000a\\u0009");
    assertThat(Screen.harmless("\ud83d|\udb40\udc41"))
        .as("half a character, and a tag that nobody sees")
        .isEqualTo("\\ud83d|\\udb40\\udc41");
  }

  @Test
  void whatCanOnlyBeShownIsShown() {
    assertThat(Screen.harmless("café 👋 \\u001b '\"")).isEqualTo("café 👋 \\u001b '\"");
  }

  @Test
  void everythingIsPrintedInUtf8() {
    var out = new ByteArrayOutputStream();

    new Screen(out).print("↳ ");
    new Screen(out).lines(List.of("é", "ü"));

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("↳ é\nü\n");
  }
}
