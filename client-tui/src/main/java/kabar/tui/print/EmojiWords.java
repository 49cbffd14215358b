package kabar.tui.print;

import java.util.Map;

/// Emoji as words, for whoever listens to them: `:smile:`. Those that it does not know stay as they
/// are.
final class EmojiWords {
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(0x1F600, "grinning"),
          Map.entry(0x1F601, "beaming"),
          Map.entry(0x1F602, "tears of joy"),
          Map.entry(0x1F603, "smile"),
          Map.entry(0x1F604, "smile"),
          Map.entry(0x1F605, "sweat smile"),
          Map.entry(0x1F606, "laughing"),
          Map.entry(0x1F609, "wink"),
          Map.entry(0x1F60A, "blush"),
          Map.entry(0x1F60D, "heart eyes"),
          Map.entry(0x1F60E, "sunglasses"),
          Map.entry(0x1F610, "neutral"),
          Map.entry(0x1F614, "pensive"),
          Map.entry(0x1F618, "kiss"),
          Map.entry(0x1F621, "angry"),
          Map.entry(0x1F622, "crying"),
          Map.entry(0x1F62D, "sobbing"),
          Map.entry(0x1F631, "scream"),
          Map.entry(0x1F634, "sleeping"),
          Map.entry(0x1F642, "slight smile"),
          Map.entry(0x1F644, "rolling eyes"),
          Map.entry(0x1F64F, "folded hands"),
          Map.entry(0x1F648, "see no evil"),
          Map.entry(0x1F914, "thinking"),
          Map.entry(0x1F917, "hugging"),
          Map.entry(0x1F923, "rolling laughing"),
          Map.entry(0x1F926, "facepalm"),
          Map.entry(0x1F937, "shrug"),
          Map.entry(0x1F970, "in love"),
          Map.entry(0x1F973, "partying"),
          Map.entry(0x1F44B, "wave"),
          Map.entry(0x1F44C, "ok hand"),
          Map.entry(0x1F44D, "thumbs up"),
          Map.entry(0x1F44E, "thumbs down"),
          Map.entry(0x1F44F, "clapping"),
          Map.entry(0x1F440, "eyes"),
          Map.entry(0x1F4A9, "poo"),
          Map.entry(0x1F4AA, "strong"),
          Map.entry(0x1F4AF, "hundred"),
          Map.entry(0x1F494, "broken heart"),
          Map.entry(0x2764, "heart"),
          Map.entry(0x2705, "check"),
          Map.entry(0x274C, "cross"),
          Map.entry(0x26A0, "warning"),
          Map.entry(0x2B50, "star"),
          Map.entry(0x2615, "coffee"),
          Map.entry(0x26BD, "football"),
          Map.entry(0x1F525, "fire"),
          Map.entry(0x1F389, "party"),
          Map.entry(0x1F37A, "beer"),
          Map.entry(0x1F35A, "rice"),
          Map.entry(0x1F680, "rocket"),
          Map.entry(0x1F41B, "bug"),
          Map.entry(0x1F3C6, "trophy"),
          Map.entry(0x1F382, "cake"),
          Map.entry(0x1F339, "rose"));

  private static final int EMOJI_PRESENTATION = 0xFE0F;
  private static final int LIGHTEST_SKIN = 0x1F3FB;
  private static final int DARKEST_SKIN = 0x1F3FF;

  private EmojiWords() {}

  /// The same text with words for the emoji in it.
  static String of(String text) {
    var words = new StringBuilder(text.length());
    boolean isAfterName = false;
    for (int point : text.codePoints().toArray()) {
      var name = NAMES.get(point);
      if (name != null) {
        words.append(':').append(name.replace(' ', '-')).append(':');
      } else if (!isAfterName || !isModifier(point)) {
        words.appendCodePoint(point);
      }
      isAfterName = name != null || (isAfterName && isModifier(point));
    }
    return words.toString();
  }

  /// Whether it only says how the emoji before it looks.
  private static boolean isModifier(int point) {
    return point == EMOJI_PRESENTATION || (point >= LIGHTEST_SKIN && point <= DARKEST_SKIN);
  }
}
