package kabar.domain;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kabar.api.fanout.Hint;
import kabar.domain.Chores.Chore;

/// Everything behind the dispatcher of one server: the use cases, and what they share.
final class Chat {
  private static final Duration SESSION_ROUND = Duration.ofMinutes(1);
  private static final Duration RETENTION_ROUND = Duration.ofHours(1);
  private static final int SESSION_STEP = 100;
  private static final int RETENTION_STEP = 500;

  private final Surroundings around;
  private final ChatRules rules;
  private final Presence presence;
  private final Lifespan lifespan;
  private final Sessions sessions;
  private final Logins logins;
  private final Addressees addressees;
  private final Mail mail;
  private final Conversations conversations;
  private final MessagePace pace;
  private final Admissions admissions;
  private final Registrations registrations;
  private final Administration administration;
  private final LiveFeed live;
  private volatile List<Runnable> following = List.of();

  Chat(Surroundings around, ChatLimits limits, ChatRules rules) {
    this.around = around;
    this.rules = rules;
    var store = around.store();
    var clock = around.clock();
    this.presence = new Presence(clock, limits.presenceWindow(), this::stirred);
    this.lifespan = new Lifespan(store, clock, rules.sessions());
    this.sessions = new Sessions(around, lifespan, UUID::randomUUID, presence);
    this.logins = new Logins(around, limits, rules, sessions);
    this.addressees = new Addressees(store);
    this.mail = new Mail(store, clock, limits.maxMessageBytes());
    this.conversations = new Conversations(store);
    this.pace = new MessagePace(limits.messages(), around);
    this.admissions = new Admissions(store, clock, new SecureRandom());
    var registration = rules.registration();
    this.registrations = new Registrations(this, limits.addresses(), registration.policy());
    this.administration =
        new Administration(
            this,
            registration.inviteValidity(),
            new Transfer(around, admissions, limits.maxMessageBytes()));
    this.live = new LiveFeed(around, addressees, presence);
  }

  /// Begins what is done whenever something happens, and every now and then: the first until it is
  /// stopped, the second until the clockwork is closed.
  void start() {
    following = List.of(sessions.listen()::close, live.delivery().listen());
    var chores = new Chores(around.clockwork());
    chores.start(new Chore("the care of sessions", SESSION_ROUND, this::careForSessions));
    if (rules.retention().messages().isPositive()) {
      chores.start(new Chore("removing old messages", RETENTION_ROUND, this::removeOldMessages));
    }
  }

  /// Hears of nothing any more.
  void stop() {
    following.forEach(Runnable::run);
  }

  Surroundings around() {
    return around;
  }

  Presence presence() {
    return presence;
  }

  Sessions sessions() {
    return sessions;
  }

  Logins logins() {
    return logins;
  }

  Addressees addressees() {
    return addressees;
  }

  Mail mail() {
    return mail;
  }

  Conversations conversations() {
    return conversations;
  }

  MessagePace pace() {
    return pace;
  }

  Admissions admissions() {
    return admissions;
  }

  Registrations registrations() {
    return registrations;
  }

  Administration administration() {
    return administration;
  }

  LiveFeed live() {
    return live;
  }

  private void stirred(String user) {
    around.fanout().publish(new Hint.PresenceStirred(user));
  }

  /// Uses are written down first: what was used is not over.
  private CompletionStage<Boolean> careForSessions() {
    return lifespan
        .write(SESSION_STEP)
        .thenCompose(
            isMoreLeft ->
                isMoreLeft
                    ? CompletableFuture.completedStage(true)
                    : sessions.expire(SESSION_STEP));
  }

  private CompletionStage<Boolean> removeOldMessages() {
    return around
        .store()
        .purge(around.clock().instant().minus(rules.retention().messages()), RETENTION_STEP)
        .thenApply(removed -> removed >= RETENTION_STEP);
  }
}
