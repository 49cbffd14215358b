package kabar.tui.reduce;

import kabar.protocol.Availability;

/// Something that is to be done outside of the state.
public sealed interface Effect {

  record Send(String to, String text) implements Effect {}

  /// Sends a failed entry of the outbox again.
  record Resend(String key) implements Effect {}

  /// Gives an entry of the outbox up.
  record Drop(String key) implements Effect {}

  record MarkRead(String with, String upTo) implements Effect {}

  /// Keeps what was begun to be written.
  ///
  /// @param text empty for nothing any more
  record SaveDraft(String with, String text) implements Effect {}

  /// Tells what is known of a conversation, and what was begun to be written there.
  record ReadConversation(String with) implements Effect {}

  /// Reads older messages from the server.
  record ReadOlder(String with) implements Effect {}

  record ReadPeople() implements Effect {}

  record TellTyping(String to) implements Effect {}

  record SetPresence(Availability presence, String text) implements Effect {}

  /// Tries at once to go online.
  record Connect() implements Effect {}

  /// Leaves the screen to ask for the password, and logs in anew.
  record LogIn() implements Effect {}

  /// The terminal's bell.
  record Ring() implements Effect {}

  /// Tells somebody who looks elsewhere.
  record Notify(String title, String body) implements Effect {}

  /// Puts text on the clipboard.
  record Copy(String text) implements Effect {}

  /// Leaves the screen for an editor.
  record Edit(String text) implements Effect {}

  record Redraw() implements Effect {}

  record Suspend() implements Effect {}

  /// Goes on in plain mode.
  record GoPlain() implements Effect {}

  /// Keeps the theme for later starts.
  record KeepTheme(String theme) implements Effect {}

  record Quit() implements Effect {}
}
