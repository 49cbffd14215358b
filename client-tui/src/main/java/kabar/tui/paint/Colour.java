package kabar.tui.paint;

/// A colour as a theme names it; a terminal shows the nearest that it has.
public sealed interface Colour {

  /// Whatever the terminal's own is.
  record Own() implements Colour {}

  /// One of the terminal's sixteen, whose looks its user has chosen.
  ///
  /// @param index 0 to 7 for black, red, green, yellow, blue, magenta, cyan and white; 8 to 15 for
  ///     the bright ones
  record Named(int index) implements Colour {
    public Named {
      if (index < 0 || index > 15) {
        throw new IllegalArgumentException("colour %d (expected 0..15)".formatted(index));
      }
    }
  }

  /// A colour of its own.
  ///
  /// @param red 0 to 255, as the others
  record Rgb(int red, int green, int blue) implements Colour {
    public Rgb {
      if ((red | green | blue) < 0 || red > 255 || green > 255 || blue > 255) {
        throw new IllegalArgumentException(
            "colour %d,%d,%d (expected 0..255 each)".formatted(red, green, blue));
      }
    }

    /// From `0xRRGGBB`.
    static Rgb of(int hex) {
      return new Rgb(hex >> 16 & 0xff, hex >> 8 & 0xff, hex & 0xff);
    }
  }
}
