package kabar.api.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class LineCutterTest {
  private static final int LIMIT = 16;
  private static final String OVERSIZED = "OVERSIZED";

  private final LineCutter cutter = new LineCutter(LIMIT);
  private final Recorder recorder = new Recorder();

  @Nested
  final class Lines {

    @Test
    void comeOneByOneWithTheirEnd() {
      cut("one\ntwo\r\n\nfour\n");

      assertThat(recorder.cuts).containsExactly("one\n", "two\r\n", "\n", "four\n");
    }

    @Test
    void comeAlikeWhereverTheInputIsSplit() {
      var input =
          "one\n\n0123456789abcde\n0123456789abcdef\nfive\r\n0123456789abcdefghijk\nsix\nse";

      for (int first = 0; first <= input.length(); first++) {
        for (int second = first; second <= input.length(); second++) {
          assertThat(
                  cutAll(
                      input.substring(0, first),
                      input.substring(first, second),
                      input.substring(second)))
              .as("split at %d and %d", first, second)
              .isEqualTo(naivelyCut(input));
        }
      }
    }

    @Test
    void comeAlikeByteByByte() {
      var input = "one\n0123456789abcdefghijk\n0123456789abcde\nfour\n";

      assertThat(cutAll(input.split(""))).isEqualTo(naivelyCut(input));
    }

    @Test
    void comeAlikeFromAnyPartOfABuffer() {
      var buffer = ByteBuffer.wrap("xx\none\ntwoyy\n".getBytes(ISO_8859_1));

      cutter.cut(buffer.position(3).limit(10), recorder);
      cutter.cut(buffer.limit(13).position(12), recorder);

      assertThat(recorder.cuts).containsExactly("one\n", "two\n");
    }

    @Test
    void areReadWhateverTheSinkDoesToItsView() {
      var input = buffer("one\ntwo\n");

      cutter.cut(
          input,
          new Recorder() {
            @Override
            public boolean line(ByteBuffer line) {
              var goOn = super.line(line);
              line.position(line.limit());
              return goOn;
            }
          });

      assertThat(input.hasRemaining()).isFalse();
    }

    @Test
    void areTheSameAsThoseOfASimpleModelForRandomInput() {
      Seed.run(
          random -> {
            for (int i = 0; i < 2_000; i++) {
              var input = randomText(random);
              var pieces = randomPieces(random, input);
              assertThat(cutAll(random, pieces)).as("%s", pieces).isEqualTo(naivelyCut(input));
            }
          });
    }
  }

  @Nested
  final class Limit {

    @Test
    void allowsALineOfExactlyItsLength() {
      cut("0123456789abcde\n", "0123456", "789abcde\n", "0123456789abcde", "\n");

      assertThat(recorder.cuts).hasSize(3).containsOnly("0123456789abcde\n");
    }

    @Test
    void refusesALineThatIsLongerByOne() {
      cut("0123456789abcdef\n", "0123456", "789abcdef\n", "0123456789abcdef", "\n", "next\n");

      assertThat(recorder.cuts).containsExactly(OVERSIZED, OVERSIZED, OVERSIZED, "next\n");
    }

    @Test
    void isReportedOnceAndAsSoonAsItIsPassed() {
      cut("0123456789abcde");
      assertThat(recorder.cuts).isEmpty();

      cut("f");
      assertThat(recorder.cuts).containsExactly(OVERSIZED);

      cut("much more", "and more", "\nnext\n");
      assertThat(recorder.cuts).containsExactly(OVERSIZED, "next\n");
    }
  }

  @Nested
  final class State {

    @Test
    void tellsWhetherALineIsUnfinished() {
      assertThat(cutter.isInsideLine()).isFalse();
      cut("on");
      assertThat(cutter.isInsideLine()).isTrue();
      cut("e\n");
      assertThat(cutter.isInsideLine()).isFalse();
    }

    @Test
    void isInsideALineWhileItIsDropped() {
      cut("0123456789abcdefghijk");
      assertThat(cutter.isInsideLine()).isTrue();
      cut("lm");
      assertThat(cutter.isInsideLine()).isTrue();
      cut("\n");
      assertThat(cutter.isInsideLine()).isFalse();
    }

    @Test
    void hasBegunWithTheFirstWholeLine() {
      cut("on");
      assertThat(cutter.hasBegun()).isFalse();
      cut("e\n");
      assertThat(cutter.hasBegun()).isTrue();
    }
  }

  @Nested
  final class Stopping {

    @Test
    void leavesTheRestOfTheInput() {
      var input = buffer("one\ntwo\nthr");
      recorder.goesOn = false;

      cutter.cut(input, recorder);

      assertThat(recorder.cuts).containsExactly("one\n");
      assertThat(text(input)).isEqualTo("two\nthr");
    }

    @Test
    void leavesTheRestAfterALineInPieces() {
      cut("on");
      var input = buffer("e\ntwo\n");
      recorder.goesOn = false;

      cutter.cut(input, recorder);

      assertThat(recorder.cuts).containsExactly("one\n");
      assertThat(text(input)).isEqualTo("two\n");
    }

    @Test
    void leavesTheRestAfterAnOversizedLine() {
      var input = buffer("0123456789abcdefghijk\ntwo\n");
      recorder.goesOn = false;

      cutter.cut(input, recorder);

      assertThat(recorder.cuts).containsExactly(OVERSIZED);
      assertThat(text(input)).isEqualTo("two\n");
    }
  }

  @Nested
  final class Handshake {
    private static final String HELLO = "\u0016\u0003\u0001 hello";

    @Test
    void isHandedOverAsItCame() {
      cut(HELLO);

      assertThat(recorder.cuts).containsExactly(HELLO);
      assertThat(cutter.hasBegun()).isTrue();
      assertThat(cutter.isInsideLine()).isFalse();
    }

    @Test
    void isNotCutAtItsLineFeeds() {
      cut(HELLO + "\na\nb");

      assertThat(recorder.cuts).containsExactly(HELLO + "\na\nb");
    }

    @Test
    void isCutToTheLimit() {
      var longer = HELLO + "0123456789abcdef";
      cut(longer);

      assertThat(recorder.cuts).containsExactly(longer.substring(0, LIMIT));
    }

    @Test
    void isCutToTheLimitAlsoInPieces() {
      var longer = HELLO + "0123456789abcdef";
      cut(longer.substring(0, 1), longer.substring(1));

      assertThat(recorder.cuts).containsExactly(longer.substring(0, LIMIT));
    }

    @Test
    void isHandedOverAsSoonAsItsFirstTwoBytesAreThere() {
      cut(HELLO.substring(0, 1));
      assertThat(recorder.cuts).isEmpty();

      cut("", HELLO.substring(1));
      assertThat(recorder.cuts).containsExactly(HELLO);
    }

    @Test
    void isFollowedByLines() {
      cut(HELLO, "one\n");

      assertThat(recorder.cuts).containsExactly(HELLO, "one\n");
    }

    @Test
    void isNoneAfterTheFirstLine() {
      cut("one\n\u0016\u0003\n", "\u0016\u0003\n");

      assertThat(recorder.cuts).containsExactly("one\n", "\u0016\u0003\n", "\u0016\u0003\n");
    }

    @Test
    void isNoneInsideTheFirstLine() {
      cut("one", "\u0016\u0003\n");

      assertThat(recorder.cuts).containsExactly("one\u0016\u0003\n");
    }

    @Test
    void isNoneInsideAnOversizedFirstLine() {
      cut("0123456789abcdefghijk", "\u0016\u0003\nnext\n");

      assertThat(recorder.cuts).containsExactly(OVERSIZED, "next\n");
    }

    @Test
    void isNoneWithoutItsSecondByte() {
      cut("\u0016\n", "one\n");

      assertThat(recorder.cuts).containsExactly("\u0016\n", "one\n");
    }
  }

  private void cut(String... pieces) {
    for (var piece : pieces) {
      cutter.cut(buffer(piece), recorder);
    }
  }

  private static List<String> cutAll(String... pieces) {
    var cutter = new LineCutter(LIMIT);
    var recorder = new Recorder();
    for (var piece : pieces) {
      cutter.cut(buffer(piece), recorder);
    }
    return recorder.cuts;
  }

  /// Cuts with a sink that stops now and then.
  private static List<String> cutAll(Random random, List<String> pieces) {
    var cutter = new LineCutter(LIMIT);
    var recorder = new Recorder();
    for (var piece : pieces) {
      var input = buffer(piece);
      do {
        recorder.goesOn = random.nextBoolean();
        cutter.cut(input, recorder);
      } while (input.hasRemaining());
    }
    return recorder.cuts;
  }

  private static List<String> naivelyCut(String input) {
    var cuts = new ArrayList<String>();
    int start = 0;
    for (int end = input.indexOf('\n'); end >= 0; end = input.indexOf('\n', start)) {
      var line = input.substring(start, end + 1);
      cuts.add(line.length() > LIMIT ? OVERSIZED : line);
      start = end + 1;
    }
    if (input.length() - start >= LIMIT) {
      cuts.add(OVERSIZED);
    }
    return cuts;
  }

  /// Lines around the limit, of all bytes but a handshake's first one.
  private static String randomText(Random random) {
    var text = new StringBuilder();
    for (int lines = random.nextInt(6); lines > 0; lines--) {
      random.ints(random.nextInt(2 * LIMIT), 0x17, 0x100).forEach(it -> text.append((char) it));
      text.append('\n');
    }
    random.ints(random.nextInt(2 * LIMIT), 0x17, 0x100).forEach(it -> text.append((char) it));
    return text.toString();
  }

  private static List<String> randomPieces(Random random, String text) {
    var pieces = new ArrayList<String>();
    int start = 0;
    while (start < text.length()) {
      int end = Math.min(text.length(), start + random.nextInt(LIMIT));
      pieces.add(text.substring(start, end));
      start = end;
    }
    return pieces;
  }

  private static ByteBuffer buffer(String text) {
    return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
  }

  private static String text(ByteBuffer buffer) {
    return ISO_8859_1.decode(buffer.duplicate()).toString();
  }

  private static class Recorder implements LineCutter.Sink {
    final List<String> cuts = new ArrayList<>();
    boolean goesOn = true;

    @Override
    public boolean line(ByteBuffer line) {
      cuts.add(text(line));
      return goesOn;
    }

    @Override
    public boolean oversized() {
      cuts.add(OVERSIZED);
      return goesOn;
    }
  }
}
