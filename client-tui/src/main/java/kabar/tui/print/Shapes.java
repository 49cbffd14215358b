package kabar.tui.print;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import kabar.client.OutboxEntry;
import kabar.protocol.Person;
import kabar.protocol.Reply;
import kabar.protocol.print.JsonLine;

/// What scripts read: the objects of the wire, under the names that they have there. Stable, see
/// `docs/command-line.md`; what is not known is left out.
public final class Shapes {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Shapes() {}

  /// A message.
  public static JsonLine message(Reply.Note note) {
    var line =
        JsonLine.of("id", note.id())
            .with("from", note.from())
            .with("to", note.to())
            .with("text", note.text())
            .with("at", time(note.at()));
    return optional(line, "key", note.key());
  }

  /// A conversation with its last message.
  public static JsonLine conversation(Reply.Talk talk) {
    var line =
        JsonLine.of("with", talk.with().user())
            .with("displayName", talk.with().displayName())
            .with("last", message(talk.last()))
            .with("unread", talk.unread());
    return optional(line, "marker", talk.marker());
  }

  /// A user, and whether they are there.
  public static JsonLine person(Person person) {
    var profile = person.profile();
    var line = JsonLine.of("user", profile.user()).with("displayName", profile.displayName());
    line = optional(line, "country", profile.country());
    line = line.with("presence", person.presence().word());
    return optional(line, "text", person.text()).with("since", time(person.since()));
  }

  /// A session.
  public static JsonLine session(Reply.Device device) {
    return optional(JsonLine.of("session", device.session()), "device", device.device())
        .with("transport", device.transport())
        .with("address", device.address())
        .with("created", time(device.createdAt()))
        .with("lastSeen", time(device.lastSeenAt()))
        .with("current", device.isCurrent());
  }

  /// A message on its way.
  public static JsonLine entry(OutboxEntry entry) {
    var line =
        JsonLine.of("key", entry.key())
            .with("to", entry.to())
            .with("text", entry.text())
            .with("queuedAt", time(entry.queuedAt()));
    return line.plus(standing(entry.standing()));
  }

  /// How far a message has come.
  public static JsonLine standing(OutboxEntry.Standing standing) {
    return switch (standing) {
      case OutboxEntry.Standing.Kept _, OutboxEntry.Standing.Sending _ ->
          JsonLine.of("state", "waiting");
      case OutboxEntry.Standing.Sent(var id, var at) ->
          JsonLine.of("state", "sent").with("id", id).with("at", time(at));
      case OutboxEntry.Standing.Failed(var reason, var detail) ->
          optional(JsonLine.of("state", "refused").with("reason", reason.word()), "detail", detail);
      case OutboxEntry.Standing.Dropped _ -> JsonLine.of("state", "dropped");
    };
  }

  private static JsonLine optional(JsonLine line, String key, String value) {
    return value.isEmpty() ? line : line.with(key, value);
  }

  /// RFC 3339 in UTC, to the millisecond.
  private static String time(Instant time) {
    return TIME.format(time.truncatedTo(MILLIS));
  }
}
