package kabar.tui.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ThemeTest {

  @Test
  void isFoundByItsName() {
    assertThat(Theme.names())
        .containsExactly("terminal", "light", "dark", "high-contrast", "mono")
        .allSatisfy(name -> assertThat(Theme.named(name)).map(Theme::name).hasValue(name));
    assertThat(Theme.named("pink")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Ink.class)
  void monoHasNoColours(Ink ink) {
    var look = Theme.MONO.look(ink);

    assertThat(List.of(look.foreground(), look.background())).containsOnly(new Colour.Own());
  }

  @ParameterizedTest
  @EnumSource(Ink.class)
  void theTerminalsOwnOneUsesItsColoursOnly(Ink ink) {
    var look = Theme.TERMINAL.look(ink);

    assertThat(List.of(look.foreground(), look.background()))
        .noneMatch(Colour.Rgb.class::isInstance);
  }

  @ParameterizedTest
  @MethodSource("themes")
  void whatIsChosenStandsOutWithoutColours(Theme theme) {
    assertThat(theme.look(Ink.CHOSEN).isReversed()).isTrue();
    assertThat(theme.look(Ink.HEADING_FOCUSED)).isNotEqualTo(theme.look(Ink.HEADING));
    assertThat(theme.look(Ink.MATCH)).isNotEqualTo(theme.look(Ink.TEXT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "high-contrast"})
  void textCanBeReadOnItsBackground(String name) {
    var theme = Theme.named(name).orElseThrow();
    double least = name.equals("high-contrast") ? 7 : 4.5;

    assertThat(Ink.values())
        .allSatisfy(ink -> assertThat(contrast(theme.look(ink))).isGreaterThanOrEqualTo(least))
        .as("what a terminal makes fainter")
        .noneMatch(ink -> theme.look(ink).isFaint());
  }

  @Test
  void refusesColoursThatThereAreNot() {
    assertThatThrownBy(() -> new Colour.Named(16)).hasMessage("colour 16 (expected 0..15)");
    assertThatThrownBy(() -> new Colour.Rgb(0, 256, 0))
        .hasMessage("colour 0,256,0 (expected 0..255 each)");
  }

  private static Stream<Theme> themes() {
    return Theme.names().stream().map(name -> Theme.named(name).orElseThrow());
  }

  /// The contrast ratio of WCAG 2.2, 1 to 21.
  private static double contrast(Look look) {
    double one = luminance((Colour.Rgb) look.foreground());
    double other = luminance((Colour.Rgb) look.background());
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static double luminance(Colour.Rgb colour) {
    return 0.2126 * linear(colour.red())
        + 0.7152 * linear(colour.green())
        + 0.0722 * linear(colour.blue());
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
