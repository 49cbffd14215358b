package kabar.tui.editing;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Short names for emoji that people write often, between colons as elsewhere.
final class Emoji {
  private static final Map<String, String> BY_NAME =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(":+1:", "\uD83D\uDC4D"),
              Map.entry(":-1:", "\uD83D\uDC4E"),
              Map.entry(":angry:", "\uD83D\uDE20"),
              Map.entry(":bug:", "\uD83D\uDC1B"),
              Map.entry(":check:", "\u2705"),
              Map.entry(":clap:", "\uD83D\uDC4F"),
              Map.entry(":coffee:", "\u2615"),
              Map.entry(":cry:", "\uD83D\uDE22"),
              Map.entry(":eyes:", "\uD83D\uDC40"),
              Map.entry(":fire:", "\uD83D\uDD25"),
              Map.entry(":football:", "\u26BD"),
              Map.entry(":grin:", "\uD83D\uDE01"),
              Map.entry(":heart:", "\u2764\uFE0F"),
              Map.entry(":joy:", "\uD83D\uDE02"),
              Map.entry(":ok:", "\uD83D\uDC4C"),
              Map.entry(":party:", "\uD83C\uDF89"),
              Map.entry(":pray:", "\uD83D\uDE4F"),
              Map.entry(":rocket:", "\uD83D\uDE80"),
              Map.entry(":sad:", "\uD83D\uDE41"),
              Map.entry(":scream:", "\uD83D\uDE31"),
              Map.entry(":shrug:", "\uD83E\uDD37"),
              Map.entry(":smile:", "\uD83D\uDE04"),
              Map.entry(":star:", "\u2B50"),
              Map.entry(":sun:", "\u2600\uFE0F"),
              Map.entry(":sweat:", "\uD83D\uDE05"),
              Map.entry(":tada:", "\uD83C\uDF89"),
              Map.entry(":thinking:", "\uD83E\uDD14"),
              Map.entry(":thumbsdown:", "\uD83D\uDC4E"),
              Map.entry(":thumbsup:", "\uD83D\uDC4D"),
              Map.entry(":warning:", "\u26A0\uFE0F"),
              Map.entry(":wave:", "\uD83D\uDC4B"),
              Map.entry(":wink:", "\uD83D\uDE09"),
              Map.entry(":x:", "\u274C"),
              Map.entry(":zzz:", "\uD83D\uDCA4")));

  private Emoji() {}

  /// The names, in order.
  static Stream<String> names() {
    return BY_NAME.keySet().stream();
  }

  /// The emoji of a name with its colons; empty if there is none.
  static Optional<String> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
