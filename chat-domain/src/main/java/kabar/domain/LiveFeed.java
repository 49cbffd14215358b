package kabar.domain;

/// What is told without being asked for: puts together who hears of what.
final class LiveFeed {
  private final Audience audience = new Audience();
  private final LiveCounters counters = new LiveCounters();
  private final Subscriptions subscriptions;
  private final Signals signals;
  private final Delivery delivery;

  LiveFeed(Surroundings around, Addressees addressees, Presence presence) {
    var presenceNews = new PresenceNews(presence, audience, around.clockwork());
    audience.whenChanged(presenceNews::audienceChanged);
    this.subscriptions = new Subscriptions(new Newsroom(around.store(), audience, counters));
    this.signals = new Signals(around, addressees, presence);
    this.delivery = new Delivery(around, audience, presenceNews);
  }

  Audience audience() {
    return audience;
  }

  LiveCounters counters() {
    return counters;
  }

  Subscriptions subscriptions() {
    return subscriptions;
  }

  Signals signals() {
    return signals;
  }

  Delivery delivery() {
    return delivery;
  }
}
