package kabar.tui.paint;

/// How a cell looks.
///
/// @param isFaint less bright than the rest; a terminal that cannot do it shows it as the rest
/// @param isReversed with its two colours exchanged
public record Look(
    Colour foreground,
    Colour background,
    boolean isBold,
    boolean isFaint,
    boolean isUnderlined,
    boolean isReversed) {

  static Look of(Colour foreground, Colour background) {
    return new Look(foreground, background, false, false, false, false);
  }

  Look bold() {
    return new Look(foreground, background, true, isFaint, isUnderlined, isReversed);
  }

  Look faint() {
    return new Look(foreground, background, isBold, true, isUnderlined, isReversed);
  }

  Look underlined() {
    return new Look(foreground, background, isBold, isFaint, true, isReversed);
  }

  Look reversed() {
    return new Look(foreground, background, isBold, isFaint, isUnderlined, true);
  }
}
