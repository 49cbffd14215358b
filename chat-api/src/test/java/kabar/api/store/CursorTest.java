package kabar.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CursorTest {
  private static final long MAX_POSITION = 999_999_999_999_999_999L;

  @ParameterizedTest
  @CsvSource({"a,0", "0,1", "k3x9,42", "abcdefghijkl,1000000", "0123456789abcdef," + MAX_POSITION})
  void isReadAsItWasWritten(String incarnation, long position) {
    var cursor = new Cursor(incarnation, position);

    assertThat(Cursor.parse(cursor.toString())).contains(cursor);
    assertThat(cursor.toString()).isEqualTo(incarnation + "-" + position);
  }

  @Test
  void takesAtMost40Characters() {
    assertThat(new Cursor("x".repeat(16), MAX_POSITION).toString()).hasSizeLessThanOrEqualTo(40);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "a",
        "a-",
        "-1",
        "a-b",
        "A-1",
        "a--1",
        "a-+1",
        "a-1 ",
        " a-1",
        "a-1\n",
        "a-01",
        "a-00",
        "a-1-2",
        "a_b-1",
        "abcdefghijklmnopq-1",
        "a-1000000000000000000",
        "a-١",
        "é-1"
      })
  void isNotReadFromAnythingElse(String text) {
    assertThat(Cursor.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "a-b", "a b", "abcdefghijklmnopq", "é"})
  void refusesAMalformedIncarnation(String incarnation) {
    assertThatThrownBy(() -> new Cursor(incarnation, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + incarnation + "'");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, MAX_POSITION + 1, Long.MAX_VALUE})
  void refusesAPositionThatCannotBeWritten(long position) {
    assertThatThrownBy(() -> new Cursor("a", position))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("" + position);
  }
}
