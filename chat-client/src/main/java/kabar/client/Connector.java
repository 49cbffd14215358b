package kabar.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kabar.api.ProviderException;
import kabar.api.SettingsException;
import kabar.protocol.Command;
import kabar.protocol.Event;
import kabar.protocol.Reason;
import kabar.protocol.Reply;
import org.jspecify.annotations.Nullable;

/// Brings the client online and back: the state machine of its connection. On the loop's thread.
///
/// At most one wire is in use at any time, and nothing is heard of one that was given up. Each way
/// out of a state is one method: {@link #begin} to connecting, {@link #entered} to online,
/// {@link #rest} to offline, {@link #refuse} to refused.
final class Connector implements Wire.Owner {
  /// Whoever asks for a longer rest is not believed.
  private static final Duration LONGEST_REST = Duration.ofMinutes(5);

  private final ClientPlan plan;
  private final Surroundings around;
  private final Owner owner;
  private final Pauses pauses;

  private volatile ConnectionState state = new ConnectionState.Idle();
  private @Nullable Ways ways;
  private @Nullable Wire wire;
  private @Nullable Duration restAsked;
  private Loop.Timer timer = Loop.Timer.NONE;

  Connector(ClientPlan plan, Surroundings around, Owner owner) {
    this.plan = plan;
    this.around = around;
    this.owner = owner;
    this.pauses = new Pauses(plan.timing(), around.random());
  }

  /// Whoever wants to be online.
  interface Owner {

    /// The command to become somebody with, empty if there is none.
    Optional<Command> entry();

    /// Where to go on, empty for now.
    String after();

    /// The state has changed.
    void stateChanged(ConnectionState state);

    /// It is online, and told of what comes after.
    void online(Entering.Outcome.Entered entered);

    /// It is online as before, and told anew of what comes after.
    void onlineAnew(Reply.Subscribed subscribed);

    /// It is online no more.
    void offline();

    /// Something was told while online.
    void told(Event event);
  }

  ConnectionState state() {
    return state;
  }

  /// The wire while it is online.
  Optional<Wire> wire() {
    return Optional.ofNullable(wire).filter(_ -> isOnline());
  }

  /// Tries now, unless it is under way.
  void connect() {
    switch (state) {
      case ConnectionState.Idle _, ConnectionState.Refused _, ConnectionState.Offline _ -> begin();
      case ConnectionState.Connecting _, ConnectionState.Online _ -> {}
    }
  }

  /// The machine has slept: waiting on is in vain.
  void wake() {
    if (state instanceof ConnectionState.Offline) {
      pauses.reset();
      begin();
    }
  }

  /// Asks the server, while it is online.
  CompletableFuture<Reply> ask(Command command, Duration patience) {
    var online = wire();
    if (online.isEmpty()) {
      return CompletableFuture.failedFuture(
          new UnansweredException("the client is not online", false));
    }
    var answer = online.get().ask(command, patience);
    Futures.onSuccess(answer, this::noticeEndOfSession);
    return answer;
  }

  /// A further subscription was answered.
  void subscribed(Reply reply) {
    if (isOnline() && reply instanceof Reply.Subscribed subscribed) {
      owner.onlineAnew(subscribed);
    }
  }

  /// Gives the connection up, and tries no more.
  void stop() {
    timer.cancel();
    var open = wire;
    wire = null;
    if (open != null) {
      open.close();
    }
    leave(new ConnectionState.Idle());
  }

  /// The ways to the server, if any were made; to be closed where that may block.
  Optional<Ways> ways() {
    return Optional.ofNullable(ways);
  }

  @Override
  public void opened() {
    timer.cancel();
    var entry = owner.entry();
    var open = wire;
    if (entry.isEmpty() || open == null) {
      refuse(Refusal.NOT_LOGGED_IN, "no session of %s is kept".formatted(plan.destination().uri()));
      return;
    }
    Futures.onSuccess(
        new Entering(open, plan.timing())
            .begin(plan.introduction().hello(), entry.get(), owner.after()),
        outcome -> conclude(open, outcome));
  }

  @Override
  public void told(Event event) {
    switch (event) {
      case Event.SessionEnded _ -> refuse(Refusal.SESSION_ENDED, "the session was ended elsewhere");
      case Event.Stopping(var reconnectAfter) -> restAsked = reconnectAfter;
      case Event.Posted _, Event.Marked _, Event.Presences _, Event.Typing _ -> pass(event);
    }
  }

  @Override
  public void ended(Wire.End end) {
    wire = null;
    switch (end) {
      case Wire.End.Lost(var loss, var detail) -> lose(loss, detail);
      case Wire.End.Strange(var detail) -> refuse(Refusal.OTHER_PROTOCOL, detail);
      case Wire.End.Unusable(var detail) -> refuse(Refusal.UNUSABLE_URL, detail);
    }
  }

  private void pass(Event event) {
    if (isOnline()) {
      owner.told(event);
    }
  }

  private void begin() {
    timer.cancel();
    restAsked = null;
    change(new ConnectionState.Connecting());
    if (owner.entry().isEmpty()) {
      refuse(Refusal.NOT_LOGGED_IN, "no session of %s is kept".formatted(plan.destination().uri()));
      return;
    }
    try {
      var made = ways == null ? plan.destination().ways(around.loop()::nanos) : ways;
      ways = made;
      open(made);
    } catch (ProviderException | SettingsException e) {
      refuse(Refusal.UNUSABLE_URL, String.valueOf(e.getMessage()));
    }
  }

  private void open(Ways ways) {
    var opening = new Wire(around.loop(), this);
    wire = opening;
    var patience = plan.timing().answer();
    var late =
        new Wire.End.Lost(
            Loss.UNREACHABLE, "no connection within %d ms".formatted(patience.toMillis()));
    timer = around.loop().after(patience, () -> opening.end(late));
    opening.connect(ways, around.waiting());
  }

  private void conclude(Wire over, Entering.Outcome outcome) {
    if (over != wire) {
      return;
    }
    switch (outcome) {
      case Entering.Outcome.Entered entered -> entered(over, entered);
      case Entering.Outcome.Turned(var refusal, var detail) -> refuse(refusal, detail);
      case Entering.Outcome.Later(var after, var detail) -> {
        giveUp();
        var pause = pauses.next();
        rest(Loss.BUSY, pause.compareTo(after) < 0 ? after : pause, detail);
      }
    }
  }

  private void entered(Wire over, Entering.Outcome.Entered entered) {
    timer = around.loop().after(plan.timing().steady(), pauses::reset);
    state = new ConnectionState.Online(entered.me(), way(over));
    owner.online(entered);
    owner.stateChanged(state);
  }

  private Way way(Wire over) {
    return over.connection().flatMap(it -> ways().map(known -> known.of(it))).orElseThrow();
  }

  private void lose(Loss loss, String detail) {
    var asked = restAsked;
    if (asked == null) {
      rest(loss, pauses.next(), detail);
    } else {
      rest(Loss.STOPPING, asked.compareTo(LONGEST_REST) < 0 ? asked : LONGEST_REST, detail);
    }
  }

  private void rest(Loss loss, Duration pause, String detail) {
    timer.cancel();
    timer = around.loop().after(pause, this::begin);
    leave(new ConnectionState.Offline(loss, pause, around.loop().now().plus(pause), detail));
  }

  /// Stops trying.
  void refuse(Refusal refusal, String detail) {
    timer.cancel();
    giveUp();
    leave(new ConnectionState.Refused(refusal, detail));
  }

  private void giveUp() {
    var open = wire;
    wire = null;
    if (open != null) {
      open.close();
    }
  }

  private void noticeEndOfSession(Reply reply) {
    if (reply instanceof Reply.Refused refused
        && refused.reason() == Reason.LOGIN_REQUIRED
        && isOnline()) {
      refuse(Refusal.SESSION_ENDED, "the server does not know the session any more");
    }
  }

  private boolean isOnline() {
    return state instanceof ConnectionState.Online;
  }

  private void leave(ConnectionState next) {
    var wasOnline = isOnline();
    state = next;
    if (wasOnline) {
      owner.offline();
    }
    owner.stateChanged(next);
  }

  private void change(ConnectionState next) {
    state = next;
    owner.stateChanged(next);
  }
}
