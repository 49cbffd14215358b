package kabar.tui.paint;

import kabar.tui.text.CellWidth;

/// The signs beside the words, each one cell wide.
///
/// @param cut where text does not fit
/// @param chosen at the begin of a row that is chosen
/// @param fresh at the begin of a message that is new
/// @param same instead of the name of who sent the message before
/// @param pending a message that is on its way
/// @param stored a message that is on disk at the server
/// @param failed a message that was refused
/// @param draft a conversation in which something was begun to be written
/// @param dot between parts of a line
/// @param dashed for a line of less weight
public record Glyphs(
    String online,
    String away,
    String offline,
    String connecting,
    String alert,
    String cut,
    String chosen,
    String fresh,
    String same,
    String pending,
    String stored,
    String failed,
    String draft,
    String dot,
    String up,
    String down,
    String vertical,
    String horizontal,
    String dashed,
    Corners corners) {

  /// The corners of a frame.
  public record Corners(String topLeft, String topRight, String bottomLeft, String bottomRight) {}

  /// For terminals that show Unicode.
  public static final Glyphs UNICODE =
      new Glyphs(
          "●",
          "◐",
          "○",
          "◌",
          "!",
          "…",
          "▸",
          "▌",
          "↳",
          "…",
          "✓",
          "!",
          "⚑",
          "·",
          "↑",
          "↓",
          "│",
          "─",
          "╌",
          new Corners("┌", "┐", "└", "┘"));

  /// For all others.
  public static final Glyphs ASCII =
      new Glyphs(
          "*",
          "~",
          "o",
          "~",
          "!",
          "~",
          ">",
          "|",
          "\"",
          ".",
          "+",
          "!",
          "d",
          "-",
          "^",
          "v",
          "|",
          "-",
          "-",
          new Corners("+", "+", "+", "+"));

  /// One line of clean text, with a sign at its end where it does not fit.
  public String fit(String clean, int cells) {
    if (cells <= 0) {
      return "";
    }
    return CellWidth.ofText(clean) <= cells
        ? clean
        : CellWidth.fit(clean, cells - 1).stripTrailing() + cut;
  }

  public static Glyphs of(boolean isAscii) {
    return isAscii ? ASCII : UNICODE;
  }
}
