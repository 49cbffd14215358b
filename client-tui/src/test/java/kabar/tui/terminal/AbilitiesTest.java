package kabar.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kabar.tui.keys.KeyDecoder.Pastes;
import org.junit.jupiter.api.Test;

final class AbilitiesTest {

  @Test
  void charactersBeyondAsciiAreShownUnderUtf8() {
    assertThat(Abilities.from(Map.of("LANG", "id_ID.UTF-8")).isUnicode()).isTrue();
    assertThat(Abilities.from(Map.of("LANG", "en_US.utf8")).isUnicode()).isTrue();
  }

  @Test
  void onlyAsciiIsShownUnderOtherLocalesAndUnderNone() {
    assertThat(Abilities.from(Map.of("LANG", "C")).isUnicode()).isFalse();
    assertThat(Abilities.from(Map.of("LANG", "en_US.ISO-8859-1")).isUnicode()).isFalse();
    assertThat(Abilities.from(Map.of()).isUnicode()).isFalse();
  }

  @Test
  void theFirstOfTheThreeVariablesThatSaysSomethingDecides() {
    var ascii = Map.of("LC_ALL", "C", "LC_CTYPE", "C.UTF-8", "LANG", "C.UTF-8");
    var unicode = Map.of("LC_ALL", "", "LC_CTYPE", "C.UTF-8", "LANG", "C");

    assertThat(Abilities.from(ascii).isUnicode()).isFalse();
    assertThat(Abilities.from(unicode).isUnicode()).isTrue();
  }

  @Test
  void pastesAreGuessedOnlyOnTerminalsThatDoNotMarkThem() {
    assertThat(Abilities.from(Map.of("TERM", "linux")).pastes()).isEqualTo(Pastes.GUESSED);
    assertThat(Abilities.from(Map.of("TERM", "screen")).pastes()).isEqualTo(Pastes.GUESSED);
    assertThat(Abilities.from(Map.of("TERM", "screen", "TMUX", "/tmp/1")).pastes())
        .isEqualTo(Pastes.MARKED);
    assertThat(Abilities.from(Map.of("TERM", "xterm-256color")).pastes()).isEqualTo(Pastes.MARKED);
  }
}
