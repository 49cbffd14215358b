package kabar.tui.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A text that is being written. A `|` stands for the cursor.
final class BufferTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "e\u0301",
        "\uD83D\uDC4D\uD83C\uDFFD",
        "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
        "\uD83C\uDDEE\uD83C\uDDE9",
        "\u0915\u094D\u0937",
        "\n"
      })
  void movesOverAndDeletesWhatLooksLikeOneCharacterAtOnce(String cluster) {
    var text = "x" + cluster + "y";
    int before = 1;
    int after = 1 + cluster.length();

    assertThat(new Buffer(text, before).right().cursor()).isEqualTo(after);
    assertThat(new Buffer(text, after).left().cursor()).isEqualTo(before);
    assertThat(new Buffer(text, after).deleteLeft()).isEqualTo(new Buffer("xy", 1));
    assertThat(new Buffer(text, before).deleteRight()).isEqualTo(new Buffer("xy", 1));
  }

  @Test
  void staysWhereItIsAtBothEnds() {
    assertMoved("|ab", Buffer::left, "|ab");
    assertMoved("ab|", Buffer::right, "ab|");
    assertMoved("|ab", Buffer::deleteLeft, "|ab");
    assertMoved("ab|", Buffer::deleteRight, "ab|");
    assertMoved("|", Buffer::wordLeft, "|");
    assertMoved("|", Buffer::wordRight, "|");
  }

  @ParameterizedTest
  @CsvSource({
    "'one two|', 'one |two'",
    "'one, |two', '|one, two'",
    "'bl\u00e5b\u00e6r|', '|bl\u00e5b\u00e6r'",
    "'one \n|', '|one \n'",
  })
  void goesToTheBeginOfAWord(String from, String to) {
    assertMoved(from, Buffer::wordLeft, to);
  }

  @ParameterizedTest
  @CsvSource({"'|one two', 'one| two'", "'one|, two', 'one, two|'", "'one|...', 'one...|'"})
  void goesToTheEndOfAWord(String from, String to) {
    assertMoved(from, Buffer::wordRight, to);
  }

  @Test
  void goesToBothEndsOfItsLineOnly() {
    assertMoved("one\nt|wo\nthree", Buffer::lineStart, "one\n|two\nthree");
    assertMoved("one\nt|wo\nthree", Buffer::lineEnd, "one\ntwo|\nthree");
    assertMoved("|\nb", Buffer::lineStart, "|\nb");
  }

  @Test
  void keepsItsColumnBetweenLinesAsFarAsTheyReach() {
    assertMoved("one\ntwo|", BufferTest::up, "one|\ntwo");
    assertMoved("one|\ntwo", BufferTest::down, "one\ntwo|");
    assertMoved("one\ntw|o\nx", BufferTest::down, "one\ntwo\nx|");
    assertMoved("e\u0301e\u0301e\u0301\nab|", BufferTest::up, "e\u0301e\u0301|e\u0301\nab");
    assertMoved("\n|b", BufferTest::up, "|\nb");
  }

  @Test
  void knowsThatThereIsNoLineAboveTheFirstNorBelowTheLast() {
    assertThat(parse("on|e\ntwo").lineUp()).isEmpty();
    assertThat(parse("one\nt|wo").lineDown()).isEmpty();
    assertThat(Buffer.EMPTY.lineUp()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'ls /tmp/x |y', 'ls |y', '/tmp/x '", "'|a', '|a', ''", "'a  b|', 'a  |', 'b'"})
  void cutsBackToTheWhiteSpace(String from, String rest, String taken) {
    assertCut(parse(from).cutWordLeft(), rest, taken);
  }

  @Test
  void cutsToTheEndsOfAWordAndOfALine() {
    assertCut(parse("|one two").cutWordRight(), "| two", "one");
    assertCut(parse("a\none t|wo").cutToStart(), "a\n|wo", "one t");
    assertCut(parse("one t|wo\nb").cutToEnd(), "one t|\nb", "wo");
  }

  @Test
  void joinsTwoLinesWhenItCutsAtTheBreakBetweenThem() {
    assertCut(parse("a\n|b").cutToStart(), "a|b", "\n");
    assertCut(parse("a|\nb").cutToEnd(), "a|b", "\n");
  }

  @Test
  void doesNotStandInAClusterThatCameAboutByInserting() {
    var flag = new Buffer("\uD83C\uDDE9", 0).insert("\uD83C\uDDEE");

    assertThat(flag.cursor()).isEqualTo(4);
  }

  @Test
  void measuresAMessageInBytes() {
    assertThat(Buffer.of("a".repeat(16384)).fits()).isTrue();
    assertThat(Buffer.of("a".repeat(16385)).fits()).isFalse();
    assertThat(Buffer.of("\u00e9".repeat(8192)).fits()).isTrue();
    assertThat(Buffer.of("\u00e9".repeat(8193)).fits()).isFalse();
    assertThat(Buffer.of("\uD83D\uDC4D".repeat(4097)).fits()).isFalse();
  }

  private static Buffer up(Buffer buffer) {
    return buffer.lineUp().orElseThrow();
  }

  private static Buffer down(Buffer buffer) {
    return buffer.lineDown().orElseThrow();
  }

  private static void assertMoved(String from, UnaryOperator<Buffer> movement, String to) {
    assertThat(movement.apply(parse(from))).isEqualTo(parse(to));
  }

  private static void assertCut(Cut cut, String rest, String taken) {
    assertThat(cut).isEqualTo(new Cut(parse(rest), taken));
  }

  private static Buffer parse(String marked) {
    return new Buffer(marked.replace("|", ""), marked.indexOf('|'));
  }
}
