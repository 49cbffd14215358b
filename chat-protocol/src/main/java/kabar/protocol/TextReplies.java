package kabar.protocol;

import java.util.List;
import kabar.protocol.Reply.Letter;
import tools.jackson.core.JsonGenerator;

/// Writes the replies of the text dialect. Thread-safe.
final class TextReplies {
  /// The longest reply to `inbox`, unless a single message is longer.
  static final int MAX_INBOX_BYTES = 256 * 1024;

  private static final byte[] SENT =
      TextJson.ok(json -> json.writeStringProperty("message", "Message Sent"));
  private static final byte[] BARE_OK = TextJson.ok(_ -> {});
  private static final byte[] NOBODY_ELSE = online(List.of());

  private final LogoutForm logoutForm;

  TextReplies(LogoutForm logoutForm) {
    this.logoutForm = logoutForm;
  }

  /// One whole payload, which may be shared.
  byte[] encode(Command command, Reply reply) {
    return switch (reply) {
      case Reply.LoggedIn(var token, _, _) ->
          TextJson.ok(json -> json.writeStringProperty("tokenid", token));
      case Reply.Sent _ -> SENT;
      case Reply.Inbox(var letters) -> inbox(InboxPage.newest(letters, MAX_INBOX_BYTES));
      case Reply.Users(var profiles) -> users(profiles);
      case Reply.Online(var profiles) -> profiles.isEmpty() ? NOBODY_ELSE : online(profiles);
      case Reply.LoggedOut(var profile) -> loggedOut(profile);
      case Reply.Refused refused -> TextErrors.of(command, refused);
      case Reply.Failed _ -> TextErrors.BUG;
      // Nothing in this dialect asks for these.
      case Reply.Greeted _,
          Reply.Pong _,
          Reply.Resumed _,
          Reply.Sessions _,
          Reply.History _,
          Reply.Conversations _,
          Reply.Marked _,
          Reply.People _,
          Reply.Subscribed _,
          Reply.Done _ ->
          TextErrors.BUG;
    };
  }

  /// However long it gets.
  static byte[] inbox(List<Letter> letters) {
    return TextJson.ok(
        json -> {
          json.writeObjectPropertyStart("messages");
          InboxPage.bySender(letters).forEach((user, sent) -> letters(json, user, sent));
          json.writeEndObject();
        });
  }

  private static void letters(JsonGenerator json, String user, List<Letter> letters) {
    json.writeArrayPropertyStart(user);
    for (var letter : letters) {
      json.writeStartObject();
      json.writeStringProperty("msg_from", letter.from().displayName());
      json.writeStringProperty("msg_to", letter.to().displayName());
      json.writeStringProperty("msg", shown(letter.text()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// A message as this dialect shows it: between the space and the line end that the original
  /// clients put around it.
  static String shown(String text) {
    return " " + text + " \r\n";
  }

  private static byte[] users(List<Profile> profiles) {
    return TextJson.ok(
        json -> {
          json.writeArrayPropertyStart("messages");
          profiles.forEach(profile -> json.writeString(label(profile)));
          json.writeEndArray();
        });
  }

  private static byte[] online(List<Profile> profiles) {
    return TextJson.ok(
        json -> {
          json.writeArrayPropertyStart("users");
          profiles.forEach(profile -> details(json, profile));
          json.writeEndArray();
        });
  }

  private static void details(JsonGenerator json, Profile profile) {
    json.writeStartObject();
    json.writeStringProperty("username", profile.user());
    json.writeObjectPropertyStart("userdetail");
    json.writeStringProperty("nama", profile.displayName());
    json.writeStringProperty("negara", profile.country());
    json.writeEndObject();
    json.writeEndObject();
  }

  private byte[] loggedOut(Profile profile) {
    return switch (logoutForm) {
      case CHATBOX -> BARE_OK;
      case CHAT ->
          TextJson.ok(
              json -> {
                json.writeStringProperty("messages", "LOGGING OUT: " + label(profile));
                json.writeStringProperty("tokenid", "");
              });
    };
  }

  private static String label(Profile profile) {
    return profile.user() + " [" + profile.displayName() + "]";
  }
}
