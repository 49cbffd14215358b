package kabar.domain;

import java.time.Duration;

/// What connections have in common where nobody is watched for silence.
final class Receptions {
  private Receptions() {}

  static Reception of(CommandDispatcher dispatcher, Door door, int maxUnanswered) {
    var clockwork = new HeldClockwork(new HeldClock());
    var watch = new IdleWatch(clockwork, new LimitHits(), Duration.ofMinutes(1));
    return new Reception(dispatcher, door, watch, maxUnanswered);
  }
}
