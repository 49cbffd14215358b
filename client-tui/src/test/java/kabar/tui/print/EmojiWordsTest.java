package kabar.tui.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Emoji for whoever listens to them.
final class EmojiWordsTest {

  @ParameterizedTest
  @CsvSource({
    "hai 👋!, hai :wave:!",
    "👍🏿👍, :thumbs-up::thumbs-up:",
    "❤️ ya, :heart: ya",
    "😂, :tears-of-joy:",
    "🦜 apa kabar?, 🦜 apa kabar?",
    "🏽, 🏽",
    "'no emoji', 'no emoji'"
  })
  void areWordsWhereTheyAreKnown(String text, String words) {
    assertThat(EmojiWords.of(text)).isEqualTo(words);
  }
}
