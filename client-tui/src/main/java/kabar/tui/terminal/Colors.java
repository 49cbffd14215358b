package kabar.tui.terminal;

import com.googlecode.lanterna.TextColor;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kabar.tui.paint.Colour;

/// How many colours a terminal says it has.
enum Colors {
  NONE,
  /// The sixteen with names.
  NAMED,
  /// xterm's 256.
  INDEXED,
  /// 24 bits.
  DIRECT;

  private static final List<TextColor.ANSI> SIXTEEN =
      List.of(
          TextColor.ANSI.BLACK,
          TextColor.ANSI.RED,
          TextColor.ANSI.GREEN,
          TextColor.ANSI.YELLOW,
          TextColor.ANSI.BLUE,
          TextColor.ANSI.MAGENTA,
          TextColor.ANSI.CYAN,
          TextColor.ANSI.WHITE,
          TextColor.ANSI.BLACK_BRIGHT,
          TextColor.ANSI.RED_BRIGHT,
          TextColor.ANSI.GREEN_BRIGHT,
          TextColor.ANSI.YELLOW_BRIGHT,
          TextColor.ANSI.BLUE_BRIGHT,
          TextColor.ANSI.MAGENTA_BRIGHT,
          TextColor.ANSI.CYAN_BRIGHT,
          TextColor.ANSI.WHITE_BRIGHT);

  /// By what the terminal has put into the environment (no-color.org, `COLORTERM`, `TERM`).
  static Colors from(Map<String, String> environment) {
    var type = environment.getOrDefault("TERM", "");
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty() || isMonochrome(type)) {
      return NONE;
    }
    return switch (environment.getOrDefault("COLORTERM", "").toLowerCase(Locale.ROOT)) {
      case "truecolor", "24bit" -> DIRECT;
      default -> of(type);
    };
  }

  private static boolean isMonochrome(String type) {
    return type.isEmpty() || type.equals("dumb") || type.startsWith("vt") || type.endsWith("-m");
  }

  private static Colors of(String type) {
    if (type.endsWith("-direct")) {
      return DIRECT;
    }
    return type.contains("256color") ? INDEXED : NAMED;
  }

  /// The nearest to a colour that the terminal has.
  TextColor nearest(Colour colour) {
    if (this == NONE) {
      return TextColor.ANSI.DEFAULT;
    }
    return switch (colour) {
      case Colour.Own _ -> TextColor.ANSI.DEFAULT;
      case Colour.Named(int index) -> SIXTEEN.get(index);
      case Colour.Rgb rgb -> nearest(rgb);
    };
  }

  private TextColor nearest(Colour.Rgb rgb) {
    return switch (this) {
      case NONE, NAMED -> nearest(rgb, SIXTEEN.stream());
      // The first sixteen look as the user likes. Lanterna converts too, but rounds down.
      case INDEXED ->
          nearest(rgb, IntStream.range(SIXTEEN.size(), 256).mapToObj(TextColor.Indexed::new));
      case DIRECT -> new TextColor.RGB(rgb.red(), rgb.green(), rgb.blue());
    };
  }

  private static TextColor nearest(Colour.Rgb rgb, Stream<? extends TextColor> candidates) {
    return candidates
        .min(Comparator.comparingInt(candidate -> distance(candidate, rgb)))
        .orElseThrow();
  }

  private static int distance(TextColor one, Colour.Rgb other) {
    int red = one.getRed() - other.red();
    int green = one.getGreen() - other.green();
    int blue = one.getBlue() - other.blue();
    return red * red + green * green + blue * blue;
  }
}
