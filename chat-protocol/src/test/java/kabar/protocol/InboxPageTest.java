package kabar.protocol;

import static kabar.protocol.Wire.HENDERSON;
import static kabar.protocol.Wire.LINEKER;
import static kabar.protocol.Wire.MESSI;
import static kabar.protocol.Wire.inbox;
import static kabar.protocol.Wire.letter;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kabar.protocol.Reply.Letter;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class InboxPageTest {
  private static final int LIMIT = 256 * 1024;
  private static final List<Profile> SENDERS =
      List.of(
          MESSI, HENDERSON, LINEKER, new Profile("j\u00FCrgen", "J\u00FCrgen \uD83D\uDC4B", ""));
  private static final List<String> TEXTS =
      List.of("", "hey", "\"\\\0\t/\u007F", "\u00E9\uD83D\uDC4B");

  @Test
  void holdsExactlyTwoHundredAndFiftySixKibibytes() {
    var old = letter(MESSI, LINEKER, "old");
    int spare = LIMIT - inbox(old, letter(HENDERSON, LINEKER, "")).length;
    var filling = letter(HENDERSON, LINEKER, "x".repeat(spare));

    var payload = inbox(old, filling);

    assertThat(payload).hasSize(LIMIT);
    assertThat(Wire.text(payload)).contains(" old ");
  }

  @Test
  void losesItsOldestLetterOneByteBeyond() {
    var old = letter(MESSI, LINEKER, "old");
    int spare = LIMIT - inbox(old, letter(HENDERSON, LINEKER, "")).length;
    var filling = letter(HENDERSON, LINEKER, "x".repeat(spare + 1));

    var payload = inbox(old, filling);

    assertThat(payload).isEqualTo(inbox(filling));
    assertThat(Wire.text(payload)).doesNotContain("messi");
  }

  @Test
  void holdsTheNewestLetterHoweverLong() {
    var huge = letter(HENDERSON, LINEKER, "\0".repeat(LIMIT));

    var payload = inbox(letter(MESSI, LINEKER, "old"), huge);

    assertThat(payload).isEqualTo(inbox(huge)).hasSizeGreaterThan(6 * LIMIT);
  }

  @Test
  void leavesOutAnOlderLetterRatherThanANewerOne() {
    var huge = letter(HENDERSON, LINEKER, "x".repeat(LIMIT));
    var last = letter(MESSI, LINEKER, "last");

    var payload = inbox(letter(MESSI, LINEKER, "first"), huge, last);

    assertThat(payload).isEqualTo(inbox(last));
  }

  @Test
  void hasNothingToChooseFromAnEmptyInbox() {
    assertThat(InboxPage.newest(List.of(), 0)).isEmpty();
  }

  @RepeatedTest(200)
  void holdsAsManyLettersAsFit() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var letters = Stream.generate(() -> randomLetter(random)).limit(20).toList();
    int limit = 40 + random.nextInt(3_000);

    int kept = InboxPage.newest(letters, limit).size();

    var oneMore = Math.min(letters.size(), kept + 1);
    assertThat(kept == 1 || newestBytes(letters, kept) <= limit).as("seed %d", seed).isTrue();
    assertThat(kept == 20 || newestBytes(letters, oneMore) > limit).as("seed %d", seed).isTrue();
  }

  private static int newestBytes(List<Letter> letters, int count) {
    return TextReplies.inbox(letters.subList(letters.size() - count, letters.size())).length;
  }

  private static Letter randomLetter(Random random) {
    var from = SENDERS.get(random.nextInt(SENDERS.size()));
    var to = SENDERS.get(random.nextInt(SENDERS.size()));
    return letter(from, to, TEXTS.get(random.nextInt(TEXTS.size())));
  }
}
