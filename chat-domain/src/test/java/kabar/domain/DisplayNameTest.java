package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {
  private static final String SIXTY_FOUR =
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lionel Messi",
        "x",
        SIXTY_FOUR,
        "J\u00FCrgen O'Brien-\u0141ukasz, Jr.",
        "\u041B\u0435\u0432 \u042F\u0448\u0438\u043D",
        "\u4E09\u6D66 \u77E5\u826F",
        "\u30DF\u30A6\u30E9 Kazu \u4E09",
        "\uC190\uD765\uBBFC Son",
        "\u0645\u062D\u0645\u062F",
        "Messi \uD83D\uDC10",
      })
  void mayBeWhatPeopleAreCalled(String name) {
    assertThat(DisplayName.isValid(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " Messi",
        "Messi ",
        "Lionel  Messi",
        SIXTY_FOUR + "x",
        "Messi [admin]",
        "Messi\n",
        "Me\u0000ssi",
        "Me\u001Bssi",
        "Messi\u202Eissem",
        "Messi\u2066x",
        "Me\u200Bssi",
        "Me\u00ADssi",
        "Messi\u2028x",
        "Lionel\u00A0Messi",
        "Me\uD800ssi",
        "Me\uE000ssi",
        "\u0301Messi",
        "M\u0301\u0302\u0303\u0304essi",
        "e\u0301",
        "\uFF2D\uFF45\uFF53\uFF53\uFF49",
        "\uD835\uDC0Cessi",
        "M\u0435ssi",
        "Me\u03C3\u03C3i",
        "\u4E09\u0435",
      })
  void mayNotBeHiddenTurnedRoundOrBorrowed(String name) {
    assertThat(DisplayName.isValid(name)).isFalse();
  }
}
