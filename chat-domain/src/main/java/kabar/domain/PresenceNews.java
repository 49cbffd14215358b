package kabar.domain;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kabar.protocol.Event;
import kabar.protocol.Notice;
import kabar.protocol.Person;
import org.jspecify.annotations.Nullable;

/// Tells all subscribed connections who came, went, or says otherwise, once in a while what has
/// gathered. Thread-safe.
///
/// Of more than a few it tells only that there are many: a thousand people who come at once would
/// be a million notices, while whoever shows people asks for those on the screen.
///
/// While nobody is subscribed, or nobody stands otherwise, it does nothing and keeps no timer.
final class PresenceNews {
  /// From a change to the notice of it.
  static final Duration INTERVAL = Duration.ofSeconds(1);

  /// So many people in one notice.
  static final int MOST = 64;

  private final Presence presence;
  private final Audience audience;
  private final Clockwork clockwork;

  // Guarded by this.
  private boolean isWatching;
  private @Nullable CompletableFuture<Void> next;
  private long nextNanos;

  PresenceNews(Presence presence, Audience audience, Clockwork clockwork) {
    this.presence = presence;
    this.audience = audience;
    this.clockwork = clockwork;
  }

  /// Subscriptions came or went.
  synchronized void audienceChanged() {
    if (isWatching == audience.isEmpty()) {
      isWatching = !isWatching;
      presence.watch(isWatching);
      if (isWatching) {
        expectFading();
      } else {
        cancel();
      }
    }
  }

  /// Somebody may stand otherwise, now or after a while.
  synchronized void stirred() {
    if (isWatching) {
      tellWithin(INTERVAL);
    }
  }

  private void tellWithin(Duration delay) {
    long due = clockwork.nanos() + delay.toNanos();
    if (next != null && nextNanos <= due) {
      return;
    }
    cancel();
    next = clockwork.after(delay);
    nextNanos = due;
    CompletionStage<Void> turn = next;
    turn.thenRun(this::tell);
  }

  private void cancel() {
    if (next != null) {
      next.cancel(false);
      next = null;
    }
  }

  private void tell() {
    var settled = settle();
    if (!settled.isEmpty()) {
      var notice = new Notice(event(settled));
      audience.forEach(subscription -> subscription.tellPresence(notice));
    }
  }

  /// Those to tell of; sees to it that the next who go offline will be told of in time.
  private synchronized List<Person> settle() {
    next = null;
    if (!isWatching) {
      return List.of();
    }
    var settled = presence.settle();
    expectFading();
    return settled;
  }

  private void expectFading() {
    presence
        .untilNextFades()
        .ifPresent(fading -> tellWithin(fading.compareTo(INTERVAL) < 0 ? INTERVAL : fading));
  }

  private static Event event(List<Person> people) {
    return people.size() <= MOST
        ? new Event.Presences(people, true)
        : new Event.Presences(List.of(), false);
  }
}
