package kabar.tui.text;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// Texts as an enemy or a child would write them.
final class Foreign {
  private static final List<String> PIECES =
      List.of(
          "a",
          " ",
          "  ",
          "word",
          "\t",
          "\n",
          "\r\n",
          "\r",
          "\u001b[31m",
          "\u0000",
          "\u009b",
          "\u007f",
          "é",
          "e\u0301",
          "\u0301",
          "\u0301".repeat(12),
          "\u20e3",
          "\u0903",
          "क",
          "\u094d",
          "क्ष",
          "กำ",
          "漢",
          "字",
          "、",
          "（",
          "한",
          "\u1100",
          "\u1161",
          "\u11ab",
          "\u115f",
          "שלום",
          "\u0600",
          "🇮",
          "🇩",
          "👨",
          "👍🏽",
          "🏽",
          "\u200d",
          "\ufe0f",
          "\ufe0e",
          "❤",
          "©",
          "1️⃣",
          "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
          "\udb40\udc67",
          "\udb40\udc7f",
          "\u200b",
          "\u202e",
          "\u2066",
          "\u2028",
          "\ufeff",
          "\ufff9",
          "\u3164",
          "\ud83d",
          "\udc68",
          "\uffff",
          "\u3000",
          "\u00a0",
          "\u2003");

  private Foreign() {}

  /// @param maxPieces of a letter, a sequence or half of one
  static String text(Random random, int maxPieces) {
    return random
        .ints(random.nextInt(maxPieces + 1), 0, PIECES.size())
        .mapToObj(PIECES::get)
        .collect(Collectors.joining());
  }
}
