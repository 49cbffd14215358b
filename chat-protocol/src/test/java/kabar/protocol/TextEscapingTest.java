package kabar.protocol;

import static kabar.protocol.Wire.HENDERSON;
import static kabar.protocol.Wire.MESSI;
import static kabar.protocol.Wire.answer;
import static kabar.protocol.Wire.inbox;
import static kabar.protocol.Wire.letter;
import static kabar.protocol.Wire.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import kabar.protocol.Command.Online;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextEscapingTest {

  @Test
  void followsPythonForEveryCodePoint() {
    var wrong =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
            .filter(c -> !isWrittenByTheRule(Character.toString(c)))
            .mapToObj(Integer::toHexString);

    assertThat(wrong).isEmpty();
  }

  @Test
  void writesALoneSurrogateFromAnotherDialectAsItIs() {
    assertThat(isWrittenByTheRule("\uD800")).isTrue();
    assertThat(isWrittenByTheRule("a\uDC00\uD800")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          22, \\"
          5c, \\\\
          2f, /
          0, \\u0000
          8, \\b
          9, \\t
          a, \\n
          b, \\u000b
          c, \\f
          d, \\r
          1f, \\u001f
          7e, ~
          7f, \\u007f
          80, \\u0080
          e9, \\u00e9
          2028, \\u2028
          ffff, \\uffff
          1f44b, \\ud83d\\udc4b
          10ffff, \\udbff\\udfff
          """)
  void writesWhatAReaderCanCheckByEye(String codePoint, String escaped) {
    var letter = letter(MESSI, HENDERSON, Character.toString(Integer.parseInt(codePoint, 16)));

    assertThat(text(inbox(letter))).contains("\"msg\": \" " + escaped + " \\r\\n\"");
  }

  @Test
  void coversNamesToo() {
    var user = new Profile("j\u00FCrgen", "J\u00FCrgen \"Kloppo\"", "\uD83C\uDDE9\uD83C\uDDEA");

    assertThat(answer(new Online(Wire.TOKEN), new Reply.Online(List.of(user))))
        .isEqualTo(
            """
            {"status": "OK", "users": [{"username": "j\\u00fcrgen", "userdetail": \
            {"nama": "J\\u00fcrgen \\"Kloppo\\"", "negara": "\\ud83c\\udde9\\ud83c\\uddea"}}]}""");
    assertThat(text(inbox(letter(user, MESSI, "")))).contains("{\"j\\u00fcrgen\": [");
  }

  @Test
  void coversTextsLongerThanAnyBuffer() {
    var text = "\uD83D\uDC4B/\u00E9\"x".repeat(20_000);

    assertThat(isWrittenByTheRule(text)).isTrue();
  }

  private static boolean isWrittenByTheRule(String text) {
    var expected =
        "{\"status\": \"OK\", \"messages\": {\"messi\": [{\"msg_from\": \"Lionel Messi\", "
            + "\"msg_to\": \"Jordan Henderson\", \"msg\": "
            + PythonRule.quoted(" " + text + " \r\n")
            + "}]}}\r\n\r\n";
    return text(inbox(letter(MESSI, HENDERSON, text))).equals(expected);
  }
}
