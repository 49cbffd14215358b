package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

final class SvgScreenTest {
  private static final SvgScreen SCREEN = new SvgScreen("#111111", "#ffffff", 10, 2);

  @Test
  void putsEachLetterIntoItsCell() {
    assertThat(SCREEN.draw("a b\nc"))
        .contains("<text x=\"0\" y=\"13\" fill=\"#111111\">a</text>")
        .contains("<text x=\"16.8\" y=\"13\" fill=\"#111111\">b</text>")
        .contains("<text x=\"0\" y=\"30\" fill=\"#111111\">c</text>");
  }

  @Test
  void givesAWideClusterTwoCells() {
    assertThat(SCREEN.draw("👩‍🚀b"))
        .contains("<text x=\"0\" y=\"13\" fill=\"#111111\">👩‍🚀</text>")
        .contains("<text x=\"16.8\" y=\"13\" fill=\"#111111\">b</text>");
  }

  @Test
  void drawsLinesOfBoxesAsLines() {
    assertThat(SCREEN.draw("│─╌"))
        .contains("<line x1=\"4.2\" y1=\"0\" x2=\"4.2\" y2=\"17\" stroke=\"#111111\"/>")
        .contains("<line x1=\"8.4\" y1=\"8\" x2=\"16.8\" y2=\"8\" stroke=\"#111111\"/>")
        .contains("stroke-dasharray");
  }

  @Test
  void paintsOneBackgroundBehindNeighbours() {
    assertThat(SCREEN.draw("a\u001b[44mbc\u001b[49md"))
        .contains("<rect x=\"8.4\" y=\"0\" width=\"16.8\" height=\"17\" fill=\"#0000ee\"/>")
        .containsOnlyOnce("#0000ee");
  }

  @Test
  void turnsColoursRoundWhereTheyAreReverse() {
    assertThat(SCREEN.draw("\u001b[7ma\u001b[27mb"))
        .contains("fill=\"#ffffff\">a<", "height=\"17\" fill=\"#111111\"", "fill=\"#111111\">b<");
  }

  @Test
  void keepsALookUntilItEndsAlsoInTheNextRow() {
    assertThat(SCREEN.draw("\u001b[1;31ma\nb\u001b[0m"))
        .contains("fill=\"#cd0000\" class=\"b\">a<", "fill=\"#cd0000\" class=\"b\">b<");
  }

  @Test
  void leavesOutWhatIsBelowTheScreen() {
    assertThat(SCREEN.draw("a\nb\nc\n")).doesNotContain(">c<");
  }

  @Test
  void isXmlWhateverIsWritten() throws Exception {
    var svg = SCREEN.draw("<a & \"b\">\u001b[4m ' \u001b[2m✓");

    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));

    assertThat(document.getDocumentElement().getTextContent()).contains("<").contains("&");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "31, #cd0000",
    "97, #ffffff",
    "'38;5;9', #ff0000",
    "'38;5;16', #000000",
    "'38;5;196', #ff0000",
    "'38;5;255', #eeeeee",
    "'38;2;1;2;254', #0102fe",
    "'1;38;2;1;2;3;4', #010203",
    "'31;39', ''"
  })
  void readsColours(String sequence, String colour) {
    assertThat(Sgr.PLAIN.then(sequence).ink()).isEqualTo(colour);
  }

  @Test
  void readsBackgroundsAndEnds() {
    assertThat(Sgr.PLAIN.then("48;5;232").ground()).isEqualTo("#080808");
    assertThat(Sgr.PLAIN.then("100").ground()).isEqualTo("#7f7f7f");
    assertThat(Sgr.PLAIN.then("1;2;4;7;31;41").then("22;24;27;39;49")).isEqualTo(Sgr.PLAIN);
    assertThat(Sgr.PLAIN.then("1;31").then("")).isEqualTo(Sgr.PLAIN);
  }

  @Test
  void refusesALookThatItDoesNotKnow() {
    assertThatIllegalArgumentException().isThrownBy(() -> Sgr.PLAIN.then("73"));
    assertThatIllegalArgumentException().isThrownBy(() -> Sgr.PLAIN.then("38;9"));
  }
}
