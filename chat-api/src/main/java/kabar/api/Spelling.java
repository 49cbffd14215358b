package kabar.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds the word that somebody may have meant.
public final class Spelling {

  private Spelling() {}

  /// The known word nearest to one that is not known, by Levenshtein's edit distance; empty if even
  /// that takes more than two edits and more than one for every three characters.
  public static Optional<String> nearest(String unknown, Collection<String> known) {
    int most = Math.max(2, unknown.length() / 3);
    return known.stream()
        .min(Comparator.comparingInt(word -> distance(word, unknown)))
        .filter(word -> distance(word, unknown) <= most);
  }

  private static int distance(String a, String b) {
    var previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      var current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
