package kabar.bench;

import java.util.List;
import java.util.regex.Pattern;

/// Looks through what was found of somebody's numbered texts: each has to be there once and in
/// order.
record TalkCheck(int expected, int lost, int doubled, int outOfOrder) {

  /// The text of this number.
  static String text(String user, int number) {
    return "%s-%d.".formatted(user, number);
  }

  /// Compares.
  ///
  /// @param lines each with one text at most, among other things; as `kabar` prints JSON
  /// @param expected numbers from 0
  static TalkCheck of(String user, List<String> lines, int expected) {
    var form = Pattern.compile("\"text\":\\s*\"" + Pattern.quote(user) + "-(\\d+)\\.\"");
    var seen = new int[expected];
    int latest = -1;
    int outOfOrder = 0;
    for (var line : lines) {
      var found = form.matcher(line);
      if (found.find()) {
        int number = Integer.parseInt(found.group(1));
        outOfOrder += number < latest ? 1 : 0;
        latest = Math.max(latest, number);
        if (number < expected) {
          seen[number]++;
        }
      }
    }
    return count(seen, outOfOrder);
  }

  boolean isClean() {
    return lost == 0 && doubled == 0 && outOfOrder == 0;
  }

  private static TalkCheck count(int[] seen, int outOfOrder) {
    int lost = 0;
    int doubled = 0;
    for (int times : seen) {
      lost += times == 0 ? 1 : 0;
      doubled += Math.max(0, times - 1);
    }
    return new TalkCheck(seen.length, lost, doubled, outOfOrder);
  }
}
