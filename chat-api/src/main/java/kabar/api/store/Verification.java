package kabar.api.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What a check of a store found.
///
/// @param counts how many of each thing there are, by its name, in a sensible order; what
///     {@link Store#counters} counts has the same name and number
/// @param faults one sentence for each thing that is wrong, naming it; empty if all is well. A long
///     list may be cut, and then says so
public record Verification(SequencedMap<String, Long> counts, List<String> faults) {

  public Verification {
    counts = new LinkedHashMap<>(counts);
    faults = List.copyOf(faults);
  }

  /// Whether nothing is wrong.
  public boolean isSound() {
    return faults.isEmpty();
  }
}
