package kabar.packaging;

import java.util.Arrays;
import java.util.List;

/// A program of the image.
///
/// @param name of its launcher in `bin`
/// @param mainClass which describes its command line to picocli
record Program(String name, String mainClass) {

  /// Reads the list that the build is given: `NAME=CLASS`, separated by white space.
  static List<Program> parseAll(String list) {
    return Arrays.stream(list.strip().split("\\s+")).map(Program::parse).toList();
  }

  private static Program parse(String text) {
    int sign = text.indexOf('=');
    if (sign < 1) {
      throw new IllegalArgumentException(
          "programs: cannot use '%s' (expected NAME=CLASS)".formatted(text));
    }
    return new Program(text.substring(0, sign), text.substring(sign + 1));
  }
}
