package kabar.bench;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/// The value in the middle: what one disturbed round cannot move.
final class Median {

  private Median() {}

  /// The median of what a function makes of each item, of which there has to be one.
  static <T> double of(Collection<T> items, ToDoubleFunction<T> value) {
    var sorted = items.stream().mapToDouble(value).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("expected one value or more, found none");
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
