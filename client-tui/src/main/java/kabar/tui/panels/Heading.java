package kabar.tui.panels;

import kabar.tui.paint.Area;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Surface;
import kabar.tui.state.Focus;
import kabar.tui.words.Phrase;

/// The name of a panel, above it.
final class Heading {

  private Heading() {}

  /// Paints it, marked if the panel has the focus.
  ///
  /// @param figures what is told at its right end
  static void paint(Picture picture, Surface surface, Focus panel, Phrase name, String figures) {
    boolean hasFocus = picture.state().focus() == panel;
    var ink = hasFocus ? Ink.HEADING_FOCUSED : Ink.HEADING;
    surface.fill(0, 0, " ", ink);
    var mark = hasFocus ? picture.glyphs().chosen() : " ";
    surface.put(0, 0, picture.cut(mark + picture.say(name), surface.columns()), ink);
    surface.putRight(surface.columns(), 0, figures, ink);
  }

  /// What is left below it.
  static Surface below(Surface surface) {
    return surface.part(new Area(0, 1, surface.columns(), surface.rows() - 1));
  }
}
