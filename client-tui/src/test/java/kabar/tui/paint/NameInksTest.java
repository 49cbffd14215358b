package kabar.tui.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NameInksTest {

  @Test
  void colourANameTheSameEverywhere() {
    assertThat(NameInks.of("messi")).isEqualTo(NameInks.of("messi"));
  }

  @Test
  void useAllColoursAboutEqually() {
    var counts =
        IntStream.range(0, 400)
            .mapToObj(number -> NameInks.of("user" + number))
            .collect(Collectors.groupingBy(ink -> ink, Collectors.counting()));

    assertThat(counts).hasSize(4);
    assertThat(counts.values()).allMatch(count -> count > 60);
  }
}
