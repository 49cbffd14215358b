package kabar.server.operation;

import java.util.List;
import java.util.Map;
import kabar.protocol.print.JsonLine;
import kabar.server.control.Dialogue;

/// Tells every limit in force, where its value comes from, and how often it was reached.
final class Limits {
  /// The tables of the configuration that say what is too much or lasts too long.
  private static final List<String> TABLES =
      List.of("limits", "sessions", "passwords", "registration", "retention");

  /// Under which word it is counted that a limit was reached, by the key of its setting.
  private static final Map<String, String> WORDS =
      Map.of(
          "limits.connections", "connections",
          "limits.connections-per-address", "connections-per-address",
          "limits.new-connections-per-address", "new-connections",
          "limits.wrong-passwords-per-account", "wrong-passwords-per-account",
          "limits.wrong-passwords-per-address", "wrong-passwords-per-address",
          "limits.registrations-per-address", "registrations",
          "limits.messages", "messages",
          "limits.idle", "idle",
          "sessions.per-account", "sessions");

  private final Site site;

  Limits(Site site) {
    this.site = site;
  }

  void tell(JsonLine request, Dialogue dialogue) {
    for (var table : TABLES) {
      for (var value : site.configuration().values(table)) {
        dialogue.row(
            JsonLine.of("limit", value.key())
                .with("value", value.text())
                .with("reached", reached(value.key()))
                .with("origin", value.origin()));
      }
    }
  }

  /// Empty where nobody counts.
  private String reached(String key) {
    var hits = site.limitHits().get(WORDS.getOrDefault(key, ""));
    return hits == null ? "" : String.valueOf(hits.getAsLong());
  }
}
