package kabar.domain;

import java.util.concurrent.CompletionStage;
import kabar.api.store.Cursor;
import kabar.api.store.Replay;
import kabar.api.store.Store;
import kabar.protocol.Reason;
import kabar.protocol.Reply;

/// Lets a connection be told of all that its user may see.
final class Subscriptions {
  private final Store store;
  private final Newsroom newsroom;

  Subscriptions(Newsroom newsroom) {
    this.store = newsroom.store();
    this.newsroom = newsroom;
  }

  /// Subscribes a live caller in the place of what it was subscribed to. It is told of what comes
  /// after a cursor, once it has the answer.
  ///
  /// It hears of changes before the store is asked where it stands: whatever the one misses, the
  /// other tells.
  ///
  /// @param after the cursor, as the peer told it; empty for now
  CompletionStage<Reply> subscribe(String after, Session session, Caller caller) {
    var outlet = caller.outlet().orElseThrow();
    var subscription = new Subscription(session.user(), outlet, newsroom);
    if (!caller.subscribe(subscription, session)) {
      return Router.done(Reply.Refused.because(Reason.LOGIN_REQUIRED));
    }
    newsroom.audience().add(subscription);
    if (caller.subscription().filter(subscription::equals).isEmpty()) {
      // It was ended meanwhile, maybe before it was added.
      newsroom.audience().remove(subscription);
    }
    return begin(after, subscription, caller)
        .whenComplete(
            (_, failure) -> {
              if (failure != null) {
                subscription.end();
              }
            });
  }

  private CompletionStage<Reply> begin(String after, Subscription subscription, Caller caller) {
    if (after.isEmpty()) {
      return Router.done(fromNow(subscription, caller, false));
    }
    var cursor = Cursor.parse(after);
    if (cursor.isEmpty()) {
      return Router.done(fromNow(subscription, caller, true));
    }
    return store
        .replay(subscription.user(), cursor.get(), 1)
        .thenApply(
            replay ->
                switch (replay) {
                  case Replay.Reset _ -> fromNow(subscription, caller, true);
                  case Replay.Continued next -> from(cursor.get(), next, subscription, caller);
                });
  }

  private Reply fromNow(Subscription subscription, Caller caller, boolean isReset) {
    var now = store.cursor();
    caller.whenAnswered(() -> subscription.start(now.position(), now.position()));
    return new Reply.Subscribed(now.toString(), isReset);
  }

  private static Reply from(
      Cursor cursor, Replay.Continued next, Subscription subscription, Caller caller) {
    var changes = next.page().items();
    if (!changes.isEmpty()) {
      subscription.changed(new Cursor(cursor.incarnation(), changes.getFirst().position()));
    }
    long seen = changes.isEmpty() ? next.cursor().position() : cursor.position();
    caller.whenAnswered(() -> subscription.start(cursor.position(), seen));
    return new Reply.Subscribed(cursor.toString(), false);
  }
}
