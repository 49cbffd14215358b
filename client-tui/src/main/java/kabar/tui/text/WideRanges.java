package kabar.tui.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// The code points that are Wide or Fullwidth in Unicode's East Asian Width, which the JDK does not
/// know: read from `wide.txt`, which says where it comes from.
final class WideRanges {
  private static final WideRanges UNICODE = read();

  private final int[] firsts;
  private final int[] lasts;

  private WideRanges(List<String> ranges) {
    firsts =
        ranges.stream().mapToInt(range -> hex(range.substring(0, range.indexOf(' ')))).toArray();
    lasts =
        ranges.stream().mapToInt(range -> hex(range.substring(range.indexOf(' ') + 1))).toArray();
  }

  private static int hex(String digits) {
    return Integer.parseInt(digits, 16);
  }

  static boolean contain(int codePoint) {
    return UNICODE.has(codePoint);
  }

  private boolean has(int codePoint) {
    var found = Arrays.binarySearch(firsts, codePoint);
    var range = found >= 0 ? found : -found - 2;
    return range >= 0 && codePoint <= lasts[range];
  }

  private static WideRanges read() {
    try (var in = Objects.requireNonNull(WideRanges.class.getResourceAsStream("wide.txt"));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      return new WideRanges(lines.lines().filter(line -> !line.startsWith("#")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
