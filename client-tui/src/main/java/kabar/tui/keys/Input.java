package kabar.tui.keys;

/// What somebody did at a terminal, or what the terminal told by itself.
public sealed interface Input {

  /// A key that has a name, or a character together with Ctrl or Alt.
  record Pressed(Key key) implements Input {}

  /// One code point, never half of a surrogate pair, and never CR or LF.
  record Typed(String text) implements Input {}

  /// What came from a clipboard: whole if the terminal marks it; otherwise only its line breaks,
  /// one by one, between what looks like typing. Every line break is LF.
  record Pasted(String text) implements Input {}

  /// A paste was longer than {@link KeyDecoder#MAX_PASTE_BYTES}: this much of its end is missing
  /// in the {@link Pasted} before.
  record PasteCut(long missingBytes) implements Input {}

  record FocusChanged(boolean hasFocus) implements Input {}

  /// The answer to a query of the background's colour (OSC 11).
  record Background(boolean isLight) implements Input {}
}
