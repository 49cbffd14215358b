package kabar.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CourseTest {
  private final Course course = new Course("a");

  @Test
  void hasMissedWhatAPongKnowsAndItDoesNot() {
    course.pings();
    course.moves("b");

    assertThat(course.hasMissed("a")).isFalse();
    assertThat(course.hasMissed("b")).isFalse();
    assertThat(course.hasMissed("c")).isTrue();
  }

  @Test
  void tellsNothingTwiceThatCameBeforeItBeganAnew() {
    course.moves("b");
    course.asksAnew();
    var first = course.moves("c");
    course.begins("b");

    assertThat(first).isTrue();
    assertThat(course.moves("c")).isFalse();
    assertThat(course.moves("d")).isTrue();
    assertThat(course.cursor()).isEqualTo("d");
  }

  @Test
  void forgetsWhatItAskedForWhenTheConnectionBreaks() {
    course.asksAnew();
    course.moves("b");
    course.breaks();

    assertThat(course.moves("b")).isTrue();
  }
}
