package kabar.tui.paint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SurfaceTest {
  private final Canvas canvas = new Canvas(new Size(6, 2));
  private final Surface surface = canvas.surface();

  @Test
  void putsTextWhereItIsToldAndTellsTheColumnAfterIt() {
    int after = surface.put(1, 0, "ab", Ink.STRONG);

    assertThat(after).isEqualTo(3);
    assertThat(canvas).hasToString(" ab   \n      \n");
    assertThat(canvas.ink(1, 0)).isEqualTo(Ink.STRONG);
  }

  @Test
  void putsTextBeforeAColumn() {
    surface.putRight(6, 1, "日b", Ink.TEXT);

    assertThat(canvas).hasToString("      \n   日b\n");
  }

  @Test
  void doesNotPaintWhatLiesOutside() {
    surface.put(-2, 0, "abcdefghij", Ink.TEXT);
    surface.put(0, 2, "x", Ink.TEXT);
    surface.put(0, -1, "x", Ink.TEXT);

    assertThat(canvas).hasToString("cdefgh\n      \n");
  }

  @Test
  void showsNoHalfOfAWideCluster() {
    surface.put(5, 0, "日", Ink.TEXT);
    surface.put(-1, 1, "日a", Ink.TEXT);

    assertThat(canvas).hasToString("      \n a    \n");
  }

  @Test
  void blanksTheOtherHalfOfWhatItPaintsOver() {
    surface.put(0, 0, "日本", Ink.TEXT);
    surface.put(1, 0, "ab", Ink.TEXT);

    assertThat(canvas.toString()).startsWith(" ab ");
  }

  @Test
  void aPartOfItClipsToo() {
    var part = surface.part(new Area(2, 0, 3, 9));

    part.put(0, 0, "abcdef", Ink.TEXT);
    part.fill(1, 1, "-", Ink.BORDER);

    assertThat(part.rows()).isEqualTo(2);
    assertThat(canvas).hasToString("  abc \n   -- \n");
  }

  @Test
  void showsTheCursorInsideOnly() {
    var part = surface.part(new Area(2, 1, 2, 1));

    part.cursor(2, 0);
    assertThat(canvas.cursor()).isEmpty();

    part.cursor(1, 0);
    assertThat(canvas.cursor()).hasValue(new Spot(3, 1));
  }

  @Test
  void clearsAll() {
    surface.put(0, 0, "日本語", Ink.TEXT);

    surface.clear(Ink.OVERLAY);

    assertThat(canvas).hasToString("      \n      \n");
    assertThat(canvas.ink(5, 1)).isEqualTo(Ink.OVERLAY);
  }

  @Test
  void makesAllAsciiInAsManyCells() {
    surface.put(0, 0, "日é", Ink.STRONG);

    surface.ascii();

    assertThat(canvas.toString()).startsWith("??e   ");
    assertThat(canvas.ink(2, 0)).isEqualTo(Ink.STRONG);
  }
}
