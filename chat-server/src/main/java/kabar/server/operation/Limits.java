package kabar.server.operation;

import static java.util.Map.entry;

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
      Map.ofEntries(
          entry("limits.connections", "connections"),
          entry("limits.connections-per-address", "connections-per-address"),
          entry("limits.new-connections-per-address", "new-connections"),
          entry("limits.wrong-passwords-per-account", "wrong-passwords-per-account"),
          entry("limits.wrong-passwords-per-address", "wrong-passwords-per-address"),
          entry("limits.registrations-per-address", "registrations"),
          entry("limits.messages", "messages"),
          entry("limits.idle", "idle"),
          entry("sessions.per-account", "sessions"),
          entry("limits.unproven-reply-bytes", "unproven-reply-bytes"),
          entry("limits.bound-reply-bytes", "bound-reply-bytes"),
          entry("limits.unproven-replies-per-address", "unproven-replies-per-address"),
          entry("limits.unproven-replies", "unproven-replies"),
          entry("limits.unproven-requests", "unproven-requests"),
          entry("limits.unproven-logins", "unproven-logins"));

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
