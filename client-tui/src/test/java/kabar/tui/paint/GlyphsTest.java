package kabar.tui.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kabar.tui.text.CellWidth;
import kabar.tui.text.Clean;
import org.junit.jupiter.api.Test;

final class GlyphsTest {

  @Test
  void takeOneCellEach() {
    assertThat(Stream.of(Glyphs.UNICODE, Glyphs.ASCII).flatMap(GlyphsTest::all))
        .allSatisfy(glyph -> assertThat(CellWidth.ofText(glyph)).isOne())
        .allSatisfy(glyph -> assertThat(Clean.line(glyph)).isEqualTo(glyph));
  }

  @Test
  void areAsciiWhereNothingElseIsShown() {
    assertThat(all(Glyphs.of(true))).allMatch(glyph -> glyph.matches("[!-~]"));
  }

  @Test
  void tellWhoIsThereAndWhatBecameOfAMessage() {
    var ascii = Glyphs.ASCII;

    assertThat(Stream.of(ascii.online(), ascii.away(), ascii.offline())).doesNotHaveDuplicates();
    assertThat(Stream.of(ascii.pending(), ascii.stored(), ascii.failed())).doesNotHaveDuplicates();
  }

  @Test
  void tellThatTextWasCut() {
    assertThat(Glyphs.UNICODE.fit("henderson", 9)).isEqualTo("henderson");
    assertThat(Glyphs.UNICODE.fit("henderson", 5)).isEqualTo("hend…");
    assertThat(Glyphs.ASCII.fit("日本語", 4)).isEqualTo("日~");
    assertThat(Glyphs.ASCII.fit("henderson", 0)).isEmpty();
  }

  private static Stream<String> all(Glyphs glyphs) {
    var corners = glyphs.corners();
    return Stream.of(
        glyphs.online(),
        glyphs.away(),
        glyphs.offline(),
        glyphs.connecting(),
        glyphs.alert(),
        glyphs.cut(),
        glyphs.chosen(),
        glyphs.fresh(),
        glyphs.same(),
        glyphs.pending(),
        glyphs.stored(),
        glyphs.failed(),
        glyphs.draft(),
        glyphs.dot(),
        glyphs.up(),
        glyphs.down(),
        glyphs.vertical(),
        glyphs.horizontal(),
        glyphs.dashed(),
        corners.topLeft(),
        corners.topRight(),
        corners.bottomLeft(),
        corners.bottomRight());
  }
}
