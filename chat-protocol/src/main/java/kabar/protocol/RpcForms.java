package kabar.protocol;

import static kabar.protocol.RpcJson.time;
import static kabar.protocol.RpcJson.unlessEmpty;

import kabar.protocol.Reply.Device;
import kabar.protocol.Reply.Note;
import kabar.protocol.Reply.Talk;
import tools.jackson.core.JsonGenerator;

/// How the things that answers and notifications tell of are written.
final class RpcForms {

  private RpcForms() {}

  /// The members of a user.
  static void profile(JsonGenerator json, Profile profile) {
    json.writeStringProperty("user", profile.user());
    named(json, profile);
  }

  static void note(JsonGenerator json, Note note) {
    json.writeStartObject();
    noteMembers(json, note);
    json.writeEndObject();
  }

  static void noteMembers(JsonGenerator json, Note note) {
    json.writeStringProperty("id", note.id());
    json.writeStringProperty("from", note.from());
    json.writeStringProperty("to", note.to());
    json.writeStringProperty("text", note.text());
    time(json, "at", note.at());
    unlessEmpty(json, "key", note.key());
  }

  static void talk(JsonGenerator json, Talk talk) {
    json.writeStartObject();
    json.writeStringProperty("with", talk.with().user());
    named(json, talk.with());
    json.writeName("last");
    note(json, talk.last());
    json.writeNumberProperty("unread", talk.unread());
    unlessEmpty(json, "marker", talk.marker());
    json.writeEndObject();
  }

  static void person(JsonGenerator json, Person person) {
    json.writeStartObject();
    profile(json, person.profile());
    json.writeStringProperty("presence", person.presence().word());
    unlessEmpty(json, "text", person.text());
    time(json, "since", person.since());
    json.writeEndObject();
  }

  static void device(JsonGenerator json, Device device) {
    json.writeStartObject();
    json.writeStringProperty("session", device.session());
    unlessEmpty(json, "device", device.device());
    json.writeStringProperty("transport", device.transport());
    json.writeStringProperty("address", device.address());
    time(json, "created", device.createdAt());
    time(json, "lastSeen", device.lastSeenAt());
    json.writeBooleanProperty("current", device.isCurrent());
    json.writeEndObject();
  }

  private static void named(JsonGenerator json, Profile profile) {
    json.writeStringProperty("displayName", profile.displayName());
    unlessEmpty(json, "country", profile.country());
  }
}
