package kabar.domain;

import java.util.LinkedHashMap;
import java.util.Map;

/// Since when those who were online are not. It remembers so many of them, those who left last.
/// Guarded by whoever holds it.
final class Departures {
  private final long startMillis;
  private final LinkedHashMap<String, Long> left;

  /// @param startMillis stands for whoever is not remembered
  /// @param most so many are remembered
  Departures(long startMillis, int most) {
    this.startMillis = startMillis;
    this.left =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > most;
          }
        };
  }

  void left(String user, long atMillis) {
    left.putLast(user, atMillis);
  }

  void returned(String user) {
    left.remove(user);
  }

  /// When a user who is offline was last online, in milliseconds.
  long sinceMillis(String user) {
    return left.getOrDefault(user, startMillis);
  }
}
