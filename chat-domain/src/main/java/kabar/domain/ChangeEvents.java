package kabar.domain;

import kabar.api.store.Change;
import kabar.api.store.Cursor;
import kabar.protocol.Event;
import kabar.protocol.Notice;

/// Makes what is told of the changes of a store.
final class ChangeEvents {
  private final String incarnation;

  /// @param incarnation which store
  ChangeEvents(String incarnation) {
    this.incarnation = incarnation;
  }

  /// What a user, who may see the change, is told of it.
  Notice of(Change change, String user) {
    var cursor = new Cursor(incarnation, change.position()).toString();
    return new Notice(
        switch (change) {
          case Change.Sent(var message) ->
              new Event.Posted(Conversations.note(user, message), cursor);
          case Change.Read(var marker) ->
              new Event.Marked(marker.with(), MessageId.text(marker.upTo()), cursor);
        });
  }
}
