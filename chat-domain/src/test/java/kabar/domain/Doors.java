package kabar.domain;

import java.util.Map;
import kabar.api.Settings;

/// Doors as servers have them.
final class Doors {
  private Doors() {}

  /// A door that lets so many in, wherever they come from.
  static Door withRoomFor(int connections) {
    return of(connections, Map.of(), new HeldClock(), new LimitHits());
  }

  /// A door with these settings of limits.
  static Door of(int connections, Map<String, String> limits, HeldClock clock, LimitHits hits) {
    var read = ChatLimits.from(Settings.of("limits", limits), connections);
    return new Door(read.maxConnections(), new Neighbours(read.addresses(), clock, hits));
  }
}
