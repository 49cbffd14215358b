package kabar.tui.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Writes `wide.txt` from the data of ICU4J: its first lines hold the command.
final class WideRangesFile {

  private WideRangesFile() {}

  public static void main(String[] arguments) throws IOException {
    Files.writeString(
        Path.of("client-tui/src/main/resources/kabar/tui/text/wide.txt"),
        content(),
        StandardCharsets.US_ASCII);
  }

  static String content() {
    return head() + ranges();
  }

  private static String head() {
    return """
    # The code points with East_Asian_Width W or F in Unicode %s, first and last in hexadecimal.
    # Derived from EastAsianWidth.txt, copyright Unicode, Inc., Unicode License V3,
    # https://www.unicode.org/license.txt, by way of ICU4J %s.
    #
    # ./build -q -pl client-tui test-compile exec:java -Dexec.classpathScope=test \\
    #   -Dexec.mainClass=kabar.tui.text.WideRangesFile
    """
        .formatted(UCharacter.getUnicodeVersion(), VersionInfo.ICU_VERSION);
  }

  private static String ranges() {
    var wide = new UnicodeSet("[[:East_Asian_Width=Wide:][:East_Asian_Width=Fullwidth:]]");
    return StreamSupport.stream(wide.ranges().spliterator(), false)
        .map(range -> "%04X %04X\n".formatted(range.codepoint, range.codepointEnd))
        .collect(Collectors.joining());
  }
}
