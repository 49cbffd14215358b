package kabar.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TalkCheckTest {

  @Test
  void isCleanWhereEachTextIsThereOnceAndInOrder() {
    assertThat(check(0, 1, 2).isClean()).isTrue();
  }

  @Test
  void findsALostText() {
    assertThat(check(0, 2)).isEqualTo(new TalkCheck(3, 1, 0, 0));
  }

  @Test
  void findsADoubledText() {
    assertThat(check(0, 1, 1, 2)).isEqualTo(new TalkCheck(3, 0, 1, 0));
  }

  @Test
  void findsTextsThatHaveChangedPlaces() {
    assertThat(check(0, 2, 1)).isEqualTo(new TalkCheck(3, 0, 0, 1));
  }

  @Test
  void leavesAloneWhatOthersSay() {
    var lines = List.of(line("lineker", 0), line("messi", 0), "{\"text\":\"messi-1. or so\"}");

    assertThat(TalkCheck.of("messi", lines, 1).isClean()).isTrue();
  }

  private static TalkCheck check(int... numbers) {
    var lines = IntStream.of(numbers).mapToObj(number -> line("messi", number)).toList();
    return TalkCheck.of("messi", lines, 3);
  }

  private static String line(String user, int number) {
    return "{\"id\":7,\"from\":\"%s\",\"text\":\"%s\"}"
        .formatted(user, TalkCheck.text(user, number));
  }
}
