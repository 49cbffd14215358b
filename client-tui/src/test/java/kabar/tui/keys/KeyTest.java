package kabar.tui.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import kabar.tui.keys.Key.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enter",
        "alt-enter",
        "ctrl-g",
        "f6",
        "f35",
        "alt-1",
        "shift-tab",
        "page-up",
        "ctrl-space",
        "ctrl-alt-shift-left",
        "alt--",
        "ctrl-\\",
        "alt-é",
        "alt-漢",
        "?",
        "alt-😀"
      })
  void aNameIsReadAsItIsWritten(String name) {
    assertThat(Key.parse(name)).hasValueSatisfying(key -> assertThat(key.name()).isEqualTo(name));
    assertThat(Key.of(name)).hasToString(name);
  }

  @ParameterizedTest
  @CsvSource({
    "Alt-Enter, alt-enter",
    "ALT-A, alt-a",
    "shift-ctrl-Up, ctrl-shift-up",
    "' f1 ', f1",
    "alt-alt-x, alt-x",
  })
  void caseAndOrderDoNotMatter(String written, String name) {
    assertThat(Key.parse(written)).contains(Key.of(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "ctrl-", "f0", "f36", "return", "ctrl+g", "super-a", "ab", "alt-\t", "\ud800"
      })
  void whatIsNoKeyIsRefused(String name) {
    assertThat(Key.parse(name)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Key.of(name))
        .withMessage("no key is named '%s'", name);
  }

  @Test
  void aCapitalLetterIsNoKeyOfItsOwn() {
    assertThat(Key.ofCharacter('A', Set.of(Modifier.ALT))).isEqualTo(Key.of("alt-shift-a"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Key(Set.of(Modifier.ALT), "A"));
  }
}
