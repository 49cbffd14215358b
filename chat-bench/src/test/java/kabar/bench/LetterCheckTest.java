package kabar.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two senders: the first sent six letters and heard of the first five, the second sent three and
/// heard of all.
class LetterCheckTest {
  private final List<Track> tracks = List.of(new Track(), new Track());
  private LetterCheck check = new LetterCheck(tracks);

  @BeforeEach
  void send() {
    sent(0, 6, 5);
    sent(1, 3, 3);
    check = new LetterCheck(tracks);
  }

  @Test
  void isContentWithAllThatWasAcknowledgedInTheOrderOfEachSender() {
    found(1, 0, 1);
    found(0, 0, 1, 2);
    found(1, 2);
    found(0, 3, 4);

    assertThat(check.ofAll()).isEqualTo(new LetterCheck.Findings(8, 0, 0, 0, 0, 0));
    assertThat(check.ofAll().isClean()).isTrue();
  }

  @Test
  void doesNotMindWhatIsThereAndWasNotAcknowledged() {
    found(0, 0, 1, 2, 3, 4, 5);
    found(1, 0, 1, 2);

    assertThat(check.ofAll()).isEqualTo(new LetterCheck.Findings(8, 0, 0, 0, 0, 1));
    assertThat(check.ofAll().isClean()).isTrue();
  }

  @Test
  void noticesALostOne() {
    found(0, 0, 1, 3, 4);
    found(1, 0, 1, 2);

    assertThat(check.ofAll()).isEqualTo(new LetterCheck.Findings(8, 1, 0, 0, 0, 0));
    assertThat(check.ofAll().isClean()).isFalse();
  }

  @Test
  void noticesThatAllOfASenderAreLost() {
    found(0, 0, 1, 2, 3, 4);

    assertThat(check.ofAll().lost()).isEqualTo(3);
  }

  @Test
  void noticesADoubledOne() {
    found(0, 0, 1, 2, 2, 3, 4);
    found(1, 0, 1, 2);

    assertThat(check.ofAll()).isEqualTo(new LetterCheck.Findings(8, 0, 1, 0, 0, 0));
    assertThat(check.ofAll().isClean()).isFalse();
  }

  @Test
  void noticesADoubledOneThatNobodyHeardOf() {
    found(0, 0, 1, 2, 3, 4, 5, 5);
    found(1, 0, 1, 2);

    assertThat(check.ofAll()).isEqualTo(new LetterCheck.Findings(8, 0, 1, 0, 0, 1));
  }

  @Test
  void noticesTwoThatAreSwapped() {
    found(0, 0, 2, 1, 3, 4);
    found(1, 0, 1, 2);

    assertThat(check.ofAll()).isEqualTo(new LetterCheck.Findings(8, 0, 0, 1, 0, 0));
    assertThat(check.ofAll().isClean()).isFalse();
  }

  @Test
  void noticesWhatNobodySent() {
    found(0, 0, 1, 2, 3, 4);
    found(1, 0, 1, 2, 3);
    check.add("messi", "messi", "hello");
    var letter = new Letter(0, 0);
    check.add(letter.from(), "lineker", letter.text());
    check.add("lineker", letter.to(), letter.text());

    assertThat(check.ofAll()).isEqualTo(new LetterCheck.Findings(8, 0, 0, 0, 4, 0));
    assertThat(check.ofAll().isClean()).isFalse();
  }

  @Test
  void missesOnlyWhatIsNewerWhereTheNewestAreShown() {
    // Of the first sender's letters 0 and 3 go to messi, and 2 of the second's.
    found(0, 3);

    assertThat(check.ofNewest("messi")).isEqualTo(new LetterCheck.Findings(1, 0, 0, 0, 0, 0));
  }

  @Test
  void noticesALostOneWhereTheNewestAreShown() {
    found(0, 0);

    assertThat(check.ofNewest("messi").lost()).isEqualTo(1);
  }

  private void sent(int sender, int count, int acknowledged) {
    for (int i = 0; i < count; i++) {
      int number = tracks.get(sender).send();
      if (number < acknowledged) {
        tracks.get(sender).acknowledge(number);
      }
    }
  }

  private void found(int sender, int... numbers) {
    for (int number : numbers) {
      var letter = new Letter(sender, number);
      check.add(letter.from(), letter.to(), letter.text());
    }
  }
}
