package kabar.tui.panels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyNamesTest {

  @ParameterizedTest
  @CsvSource({
    "ctrl-g, ^G",
    "alt-enter, Alt-Enter",
    "alt-1, Alt-1",
    "page-up, PgUp",
    "escape, Esc",
    "shift-page-down, Shift-PgDn",
    "f6, F6",
    "y, y",
    "Y, Y",
    "?, ?",
    "ctrl-left, Ctrl-Left",
    "-, -",
    "ctrl--, Ctrl--",
    "alt-a, Alt-A"
  })
  void areShownAsPeopleKnowThem(String name, String shown) {
    assertThat(KeyNames.shown(name)).isEqualTo(shown);
  }
}
