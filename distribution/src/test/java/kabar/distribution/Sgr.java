package kabar.distribution;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.Collectors;

/// How text looks on a terminal, as its sequences say it (ECMA-48 §8.3.117, select graphic
/// rendition).
///
/// @param ink its colour as `#rrggbb`, empty for the terminal's own
/// @param ground what is behind it, the same
record Sgr(
    String ink,
    String ground,
    boolean isBold,
    boolean isFaint,
    boolean isUnderlined,
    boolean isReverse) {
  static final Sgr PLAIN = new Sgr("", "", false, false, false, false);

  /// xterm's first sixteen.
  private static final String[] SIXTEEN = {
    "#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5",
    "#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff"
  };

  private static final int[] STEPS = {0, 95, 135, 175, 215, 255};

  /// The look after a sequence.
  ///
  /// @param parameters between `ESC [` and `m`
  Sgr then(String parameters) {
    var numbers =
        Arrays.stream(parameters.split("[;:]", -1))
            .map(number -> number.isEmpty() ? 0 : Integer.parseInt(number))
            .collect(Collectors.toCollection(ArrayDeque::new));
    var look = this;
    while (!numbers.isEmpty()) {
      look = look.then(numbers.pop(), numbers);
    }
    return look;
  }

  private Sgr then(int number, Deque<Integer> rest) {
    return switch (number) {
      case 0 -> PLAIN;
      case 1 -> new Sgr(ink, ground, true, isFaint, isUnderlined, isReverse);
      case 2 -> new Sgr(ink, ground, isBold, true, isUnderlined, isReverse);
      case 4 -> new Sgr(ink, ground, isBold, isFaint, true, isReverse);
      case 7 -> new Sgr(ink, ground, isBold, isFaint, isUnderlined, true);
      case 22 -> new Sgr(ink, ground, false, false, isUnderlined, isReverse);
      case 24 -> new Sgr(ink, ground, isBold, isFaint, false, isReverse);
      case 27 -> new Sgr(ink, ground, isBold, isFaint, isUnderlined, false);
      case 38 -> ink(colour(rest));
      case 39 -> ink("");
      case 48 -> ground(colour(rest));
      case 49 -> ground("");
      default -> sixteen(number);
    };
  }

  private Sgr sixteen(int number) {
    return switch (number / 10 * 10) {
      case 30 -> ink(SIXTEEN[number - 30]);
      case 40 -> ground(SIXTEEN[number - 40]);
      case 90 -> ink(SIXTEEN[number - 90 + 8]);
      case 100 -> ground(SIXTEEN[number - 100 + 8]);
      default -> throw new IllegalArgumentException("no look has the number " + number);
    };
  }

  private Sgr ink(String colour) {
    return new Sgr(colour, ground, isBold, isFaint, isUnderlined, isReverse);
  }

  private Sgr ground(String colour) {
    return new Sgr(ink, colour, isBold, isFaint, isUnderlined, isReverse);
  }

  /// `5;N` of 256, or `2;R;G;B`.
  private static String colour(Deque<Integer> rest) {
    return switch (rest.pop()) {
      case 5 -> indexed(rest.pop());
      case 2 -> hex(rest.pop(), rest.pop(), rest.pop());
      default -> throw new IllegalArgumentException("no colour is given like this");
    };
  }

  /// Sixteen, a cube of 6×6×6, and 24 greys.
  private static String indexed(int index) {
    if (index < 16) {
      return SIXTEEN[index];
    }
    if (index >= 232) {
      int grey = 8 + 10 * (index - 232);
      return hex(grey, grey, grey);
    }
    int cube = index - 16;
    return hex(STEPS[cube / 36], STEPS[cube / 6 % 6], STEPS[cube % 6]);
  }

  private static String hex(int red, int green, int blue) {
    return "#%02x%02x%02x".formatted(red, green, blue);
  }
}
