package kabar.tui.paint;

/// The colours of a theme. Blue, cyan, magenta and yellow tell names apart, and are told apart
/// with each of the three common kinds of colour blindness; green and red only repeat what a word
/// says.
///
/// @param text on the background
/// @param faint for what is of second rank
/// @param barText in the title and the status line
/// @param bar their background
record Palette(
    Colour text,
    Colour background,
    Colour faint,
    Colour barText,
    Colour bar,
    Colour blue,
    Colour cyan,
    Colour magenta,
    Colour yellow,
    Colour green,
    Colour red) {

  /// The sixteen colours that the user has chosen for the terminal.
  static final Palette TERMINAL =
      new Palette(
          new Colour.Own(),
          new Colour.Own(),
          new Colour.Own(),
          new Colour.Named(15),
          new Colour.Named(4),
          new Colour.Named(12),
          new Colour.Named(6),
          new Colour.Named(5),
          new Colour.Named(3),
          new Colour.Named(2),
          new Colour.Named(1));

  static final Palette LIGHT =
      new Palette(
          Colour.Rgb.of(0x1f2328),
          Colour.Rgb.of(0xffffff),
          Colour.Rgb.of(0x6a737d),
          Colour.Rgb.of(0x1f2328),
          Colour.Rgb.of(0xdde5ee),
          Colour.Rgb.of(0x0550ae),
          Colour.Rgb.of(0x0b7285),
          Colour.Rgb.of(0x8a2d9c),
          Colour.Rgb.of(0x8f5a00),
          Colour.Rgb.of(0x1a7f37),
          Colour.Rgb.of(0xb42318));

  static final Palette DARK =
      new Palette(
          Colour.Rgb.of(0xd8dee6),
          Colour.Rgb.of(0x14181d),
          Colour.Rgb.of(0x8b949e),
          Colour.Rgb.of(0xe6edf3),
          Colour.Rgb.of(0x263241),
          Colour.Rgb.of(0x79b8ff),
          Colour.Rgb.of(0x56d4dd),
          Colour.Rgb.of(0xd2a8ff),
          Colour.Rgb.of(0xe3b341),
          Colour.Rgb.of(0x7ee787),
          Colour.Rgb.of(0xff8a80));

  static final Palette HIGH_CONTRAST =
      new Palette(
          Colour.Rgb.of(0xffffff),
          Colour.Rgb.of(0x000000),
          Colour.Rgb.of(0xffffff),
          Colour.Rgb.of(0x000000),
          Colour.Rgb.of(0xffffff),
          Colour.Rgb.of(0x9ecbff),
          Colour.Rgb.of(0x66ffff),
          Colour.Rgb.of(0xffb3ff),
          Colour.Rgb.of(0xffff66),
          Colour.Rgb.of(0x99ff99),
          Colour.Rgb.of(0xff9999));
}
