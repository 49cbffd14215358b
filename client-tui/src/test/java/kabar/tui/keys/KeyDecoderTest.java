package kabar.tui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kabar.tui.keys.KeyDecoder.Pastes;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class KeyDecoderTest {
  private static final byte[] PASTE = bytes("\u001b[200~");
  private static final byte[] PASTE_END = bytes("\u001b[201~");

  private KeyDecoder decoder = new KeyDecoder(Pastes.MARKED);
  private long nanos = 5;

  @Nested
  final class OfEverySequence {

    static Stream<Sequences.Row> rows() throws IOException {
      return Sequences.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void knowsTheWhole(Sequences.Row row) {
      assertThat(written(feed(row.bytes()))).isEqualTo(row.inputs());
      assertThat(decoder.hasPending()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void knowsBothHalvesWhereverItIsSplit(Sequences.Row row) {
      var bytes = row.bytes();

      for (var split = 0; split <= bytes.length; split++) {
        var inputs = new ArrayList<>(feed(Arrays.copyOf(bytes, split)));
        inputs.addAll(feed(Arrays.copyOfRange(bytes, split, bytes.length)));
        assertThat(written(inputs)).as("split at %d", split).isEqualTo(row.inputs());
      }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void knowsSingleBytes(Sequences.Row row) {
      var inputs = new ArrayList<Input>();

      for (var b : row.bytes()) {
        inputs.addAll(feed(new byte[] {b}));
      }

      assertThat(written(inputs)).isEqualTo(row.inputs());
    }

    /// The escape timer fires where it runs: only what could be a key is taken for one.
    @ParameterizedTest
    @MethodSource("rows")
    void waitsForTheRestIfTheBeginningIsNoKey(Sequences.Row row) {
      var bytes = row.bytes();

      for (var split = 0; split <= bytes.length; split++) {
        var inputs = new ArrayList<>(feed(Arrays.copyOf(bytes, split)));
        if (!decoder.hasPending()) {
          inputs.addAll(decoder.timeout());
          pass(Duration.ofMillis(12));
          inputs.addAll(feed(Arrays.copyOfRange(bytes, split, bytes.length)));
          assertThat(written(inputs)).as("split at %d", split).isEqualTo(row.inputs());
        }
        decoder = new KeyDecoder(Pastes.MARKED);
      }
    }
  }

  @Nested
  final class AfterAPause {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "^[ | escape",
          "^[^[ | escape escape",
          "^[[ | alt-[",
          "^[O | alt-shift-o",
          "^[] | alt-]",
          "^[P | alt-shift-p",
          "^[_ | alt-_",
          "^[^[[ | escape alt-[",
          "^[^[] | escape alt-]",
        })
    void whatCanBeAKeyIsOne(String sent, String keys) {
      var soon = feed(new Sequences.Row(sent, keys).bytes());
      var wasPending = decoder.hasPending();
      var late = decoder.timeout();

      assertThat(wasPending).isTrue();
      assertThat(written(Stream.of(soon, late).flatMap(List::stream).toList())).isEqualTo(keys);
      assertThat(decoder.hasPending()).isFalse();
      assertThat(written(feed(bytes("a")))).isEqualTo("'a'");
    }

    @ParameterizedTest
    @CsvSource({"^[[1;5", "^[O5", "^[]11;rgb:", "^[P1$", "^[[M!"})
    void theBeginOfAnythingElseIsForgottenAfterASecond(String sent) {
      var inputs = new ArrayList<>(feed(new Sequences.Row(sent, "").bytes()));
      inputs.addAll(decoder.timeout());
      pass(Duration.ofMillis(1001));
      inputs.addAll(feed(bytes("a")));

      assertThat(written(inputs)).isEqualTo("'a'");
    }

    @Test
    void halfOfACharacterIsNone() {
      var inputs = new ArrayList<>(feed(new byte[] {(byte) 0xE6, (byte) 0xBC}));
      inputs.addAll(decoder.timeout());
      pass(Duration.ofMillis(1001));
      inputs.addAll(feed(bytes("a")));

      assertThat(written(inputs)).isEqualTo("'�' 'a'");
    }

    @Test
    void anEscapeThatNobodyTimedIsStillOne() {
      feed(bytes("\u001b"));
      pass(Duration.ofSeconds(2));

      assertThat(written(feed(bytes("a")))).isEqualTo("escape 'a'");
    }

    @Test
    void aLineFeedIsNoHalfOfALineBreakAnyMore() {
      var soon = written(feed(bytes("\r")));
      pass(Duration.ofMillis(100));

      assertThat(soon).isEqualTo("enter");
      assertThat(written(feed(bytes("\n")))).isEqualTo("enter");
    }
  }

  @Nested
  final class OfBrokenText {

    @ParameterizedTest
    @CsvSource({
      "C3, 61",
      "80, 61",
      "FF, 61",
      "C0, 61",
      "F5, 61",
      "E0 80 80, 61",
      "ED A0 80, 61",
      "F0 80 80 80, 61",
      "F4 90 80 80, 61",
      "E6 BC, 61",
    })
    void typesAReplacementAndGoesOn(String broken, String next) {
      var inputs = written(feed(hex(broken + " " + next)));

      assertThat(inputs).matches("('�' )+'a'");
    }

    @Test
    void aKeyEndsACharacterThatItBreaksOff() {
      assertThat(written(feed(hex("E6 BC 1B 5B 41")))).isEqualTo("'�' up");
    }

    private static byte[] hex(String digits) {
      return HexFormat.ofDelimiter(" ").parseHex(digits);
    }
  }

  @Nested
  final class OfAPaste {

    @Test
    void keepsWhatIsNoUtf8AsAReplacement() {
      feed(PASTE);
      feed(new byte[] {'a', (byte) 0xFF});

      assertThat(written(feed(PASTE_END))).isEqualTo("paste(a�)");
    }

    @Test
    void waitsThroughPausesOfASlowLine() {
      feed(PASTE);
      feed(bytes("a\r"));
      var inTime = decoder.timeout();
      pass(Duration.ofSeconds(9));

      assertThat(inTime).isEmpty();
      assertThat(decoder.hasPending()).isFalse();
      assertThat(feed(bytes("b"))).isEmpty();
      assertThat(written(feed(PASTE_END))).isEqualTo("paste(a/b)");
    }

    @Test
    void isOverWhenItsEndIsLost() {
      feed(PASTE);
      feed(bytes("ab\u001b[20"));
      pass(Duration.ofMillis(10_001));

      assertThat(written(feed(bytes("c")))).isEqualTo("paste(ab^[[20) 'c'");
    }

    @Test
    void keepsNoMoreThanItMayAndSaysHowMuchIsMissing() {
      feed(PASTE);
      for (var i = 0; i < 1025; i++) {
        feed(bytes("x".repeat(1024)));
      }

      assertThat(feed(PASTE_END))
          .containsExactly(
              new Input.Pasted("x".repeat(KeyDecoder.MAX_PASTE_BYTES)), new Input.PasteCut(1024));
    }

    @Test
    void endsWithItsCharactersWholeWhereItIsCut() {
      feed(PASTE);
      feed(bytes("x".repeat(KeyDecoder.MAX_PASTE_BYTES - 1) + "漢"));

      assertThat(feed(PASTE_END))
          .containsExactly(
              new Input.Pasted("x".repeat(KeyDecoder.MAX_PASTE_BYTES - 1)), new Input.PasteCut(3));
    }

    @Test
    void losesLittleWhereItIsCutWithinNoCharacterAtAll() {
      feed(PASTE);
      var broken = new byte[KeyDecoder.MAX_PASTE_BYTES + 1];
      Arrays.fill(broken, (byte) 0x80);
      feed(broken);

      assertThat(feed(PASTE_END)).contains(new Input.PasteCut(5));
    }
  }

  @Nested
  final class WithoutMarkedPastes {

    @Test
    void anEnterInABurstIsText() {
      decoder = new KeyDecoder(Pastes.GUESSED);

      assertThat(written(feed(bytes("a\rb\r\n")))).isEqualTo("'a' paste(/) 'b' paste(/)");
    }

    @Test
    void anEnterWithin15MillisecondsOfOtherInputIsText() {
      decoder = new KeyDecoder(Pastes.GUESSED);
      feed(bytes("a"));
      pass(Duration.ofMillis(14));
      var inBurst = written(feed(bytes("\r")));
      pass(Duration.ofMillis(15));

      assertThat(inBurst).isEqualTo("paste(/)");
      assertThat(written(feed(bytes("\r")))).isEqualTo("enter");
    }

    @Test
    void anEnterThatBeginsABurstIsText() {
      decoder = new KeyDecoder(Pastes.GUESSED);

      assertThat(written(feed(bytes("\nab")))).isEqualTo("paste(/) 'a' 'b'");
    }

    @Test
    void anEnterOfTwoBytesIsAnEnter() {
      decoder = new KeyDecoder(Pastes.GUESSED);

      assertThat(written(feed(bytes("\r\n")))).isEqualTo("enter");
    }

    @Test
    void theFirstMarkProvesThatThereAreMarks() {
      decoder = new KeyDecoder(Pastes.GUESSED);
      feed(PASTE);
      feed(PASTE_END);

      assertThat(written(feed(bytes("a\r")))).isEqualTo("'a' enter");
    }
  }

  @Nested
  final class OfAnyBytes {
    private final Random random = new Random(24);

    @Test
    void neverThrowsAndIsNeverLost() {
      for (var i = 0; i < 5_000; i++) {
        feed(noise(random.nextInt(40)));
        decoder.timeout();
        pass(Duration.ofSeconds(11));
        assertThat(written(feed(bytes("a")))).endsWith("'a'");
        assertThat(decoder.hasPending()).isFalse();
      }
    }

    @Test
    void neverTypesHalfOfACharacterNorALineBreak() {
      for (var i = 0; i < 5_000; i++) {
        feed(noise(random.nextInt(40))).forEach(OfAnyBytes::check);
        pass(Duration.ofMillis(random.nextInt(1500)));
      }
    }

    /// What a single input can hold is bounded by the paste; a sequence without end gives none.
    @Test
    void keepsNothingOfASequenceThatNeverEnds() {
      for (var begin : List.of("\u001b[", "\u001bO", "\u001b]11;", "\u001bP")) {
        feed(bytes(begin));
        for (var i = 0; i < 1000; i++) {
          assertThat(feed(bytes("1".repeat(10_000)))).isEmpty();
        }
        feed(bytes("\u001b\\"));
        decoder.timeout();
      }
    }

    private byte[] noise(int length) {
      var alphabet = "\u001b\u001b\u001b[[]OPM_12~;:$u?<AZ\r\n\u0000\u0007\\a 漢é😀";
      var noise = bytes(alphabet);
      var bytes = new byte[length];
      for (var i = 0; i < length; i++) {
        bytes[i] =
            random.nextInt(8) == 0 ? (byte) random.nextInt() : noise[random.nextInt(noise.length)];
      }
      return random.nextInt(50) == 0 ? PASTE : bytes;
    }

    private static void check(Input input) {
      if (input instanceof Input.Typed(var text)) {
        assertThat(text.codePoints()).hasSize(1).noneMatch(c -> c == '\n' || c == '\r');
        assertThat(text.codePoints().map(Character::getType))
            .doesNotContain((int) Character.SURROGATE);
      }
    }
  }

  private List<Input> feed(byte[] bytes) {
    pass(Duration.ofNanos(1));
    return decoder.feed(ByteBuffer.wrap(bytes), nanos);
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private static String written(List<Input> inputs) {
    return Sequences.written(inputs);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
