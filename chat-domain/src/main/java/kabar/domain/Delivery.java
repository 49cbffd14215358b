package kabar.domain;

import java.util.Set;
import kabar.api.fanout.Fanout;
import kabar.api.fanout.Hint;
import kabar.api.store.Change;
import kabar.api.store.Cursor;
import kabar.api.store.Message;
import kabar.api.store.Store;
import kabar.protocol.Event;
import kabar.protocol.Notice;

/// Takes what is committed to the fan-out, and what comes from there to those who are subscribed.
/// Thread-safe.
///
/// A change goes from the store's thread to the connections without another look into the store. It
/// is written once for all who see it alike; nothing is written that nobody gets.
final class Delivery {
  private final Store store;
  private final Fanout fanout;
  private final Audience audience;
  private final PresenceNews presenceNews;
  private final ChangeEvents events;

  Delivery(Surroundings around, Audience audience, PresenceNews presenceNews) {
    this.store = around.store();
    this.fanout = around.fanout();
    this.audience = audience;
    this.presenceNews = presenceNews;
    this.events = new ChangeEvents(store.cursor().incarnation());
  }

  /// Begins. What it returns ends it.
  Runnable listen() {
    var hints = fanout.follow(this::heard);
    var changes = store.follow(change -> fanout.publish(new Hint.Committed(change)));
    return () -> {
      changes.close();
      hints.close();
    };
  }

  private void heard(Hint hint) {
    switch (hint) {
      case Hint.Committed(var change) -> deliver(change);
      case Hint.Changed(var users, var cursor) -> users.forEach(user -> changed(user, cursor));
      case Hint.PresenceStirred _ -> presenceNews.stirred();
      case Hint.Typing(var from, var to) -> tell(to, new Event.Typing(from));
      case Hint.SessionsEnded _, Hint.AllSessionsEnded _ -> {}
    }
  }

  private void deliver(Change change) {
    switch (change) {
      case Change.Sent(var message) -> deliver(message, change);
      case Change.Read(var marker) -> deliver(change, marker.user());
    }
  }

  private void deliver(Message message, Change change) {
    deliver(change, message.from());
    if (!message.to().equals(message.from())) {
      deliver(change, message.to());
    }
  }

  private void deliver(Change change, String user) {
    var subscribed = audience.of(user);
    if (!subscribed.isEmpty()) {
      var notice = events.of(change, user);
      subscribed.forEach(subscription -> subscription.committed(change, notice));
    }
  }

  private void changed(String user, Cursor upTo) {
    audience.of(user).forEach(subscription -> subscription.changed(upTo));
  }

  private void tell(String user, Event event) {
    Set<Subscription> subscribed = audience.of(user);
    if (!subscribed.isEmpty()) {
      var notice = new Notice(event);
      subscribed.forEach(subscription -> subscription.tell(notice));
    }
  }
}
