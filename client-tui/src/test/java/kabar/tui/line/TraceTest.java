package kabar.tui.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TraceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `{"a": 1}`   | `b'{"a": 1}'`
          `it's`       | `b"it's"`
          `it's "it"`  | `b'it\\'s "it"'`
          `back\\slash`| `b'back\\\\slash'`
          ``           | `b''`
          """)
  void bytesAreShownAsPythonShowsThem(String bytes, String shown) {
    assertThat(Trace.literal(bytes.getBytes(ISO_8859_1))).isEqualTo(shown);
  }

  @Test
  void whatIsNotPrintableIsEscaped() {
    assertThat(Trace.literal("\t\n\r\0\u001b~\u007f\u00ff".getBytes(ISO_8859_1)))
        .isEqualTo("b'\\t\\n\\r\\x00\\x1b~\\x7f\\xff'");
  }

  @Test
  void anAnswerIsCutAfter64Bytes() {
    assertThat(Trace.answer("x".repeat(64).getBytes(ISO_8859_1)))
        .containsExactly("diterima dari server b'" + "x".repeat(64) + "'", "end of string");
    assertThat(Trace.answer("x".repeat(65).getBytes(ISO_8859_1)))
        .containsExactly(
            "diterima dari server b'" + "x".repeat(64) + "'",
            "diterima dari server b'x'",
            "end of string");
  }
}
