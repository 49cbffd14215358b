package kabar.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WhiteSpaceTest {

  @Test
  void isWhatPythonTakesForIt() {
    // [c for c in map(chr, range(0x110000)) if c.isspace()] in Python 3.11
    var python =
        "\t\n\u000B\f\r\u001C\u001D\u001E\u001F \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004"
            + "\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000";

    var ours =
        IntStream.rangeClosed(0, Character.MAX_VALUE).filter(c -> WhiteSpace.contains((char) c));

    assertThat(ours.boxed()).containsExactlyElementsOf(python.chars().boxed().toList());
  }

  @Test
  void isStrippedFromBothEndsOnly() {
    assertThat(WhiteSpace.strip("\u0085\u00A0 a  b\u3000 ")).isEqualTo("a  b");
    assertThat(WhiteSpace.strip("ab")).isEqualTo("ab");
    assertThat(WhiteSpace.strip("\u001C \t")).isEmpty();
    assertThat(WhiteSpace.strip("")).isEmpty();
  }

  @Test
  void isNeitherNulNorZeroWidth() {
    assertThat(WhiteSpace.strip("\0a\u200B\uFEFF")).isEqualTo("\0a\u200B\uFEFF");
  }
}
