package kabar.protocol.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PrintableTest {

  @Test
  void whatATerminalMightObeyIsEscaped() {
    assertThat(Printable.of("a\u001b[2J\u0007\u009b\u007f\u202e\u200d\u2028\n\t"))
        .isEqualTo("a\\u001b[2J\\u0007\\u009b\\u007f\\u202e\\u200d\\u2028\\u000a\\u0009");
    assertThat(Printable.of("\ud83d|\udb40\udc41"))
        .as("half a character, and a tag that nobody sees")
        .isEqualTo("\\ud83d|\\udb40\\udc41");
  }

  @Test
  void whatCanOnlyBeShownIsShown() {
    assertThat(Printable.of("café 👋 \\u001b '\"")).isEqualTo("café 👋 \\u001b '\"");
  }
}
