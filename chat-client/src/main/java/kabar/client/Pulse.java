package kabar.client;

import java.time.Duration;
import java.util.Optional;
import kabar.protocol.Command;
import kabar.protocol.Reply;
import org.jspecify.annotations.Nullable;

/// Asks a silent server whether it is there, and learns from the answer how far away it is and
/// whether something was not told. On the loop's thread.
final class Pulse {
  private final Connector connector;
  private final Course course;
  private final Loop loop;
  private final Timing timing;
  private volatile @Nullable Duration latency;
  private boolean isAsking;

  Pulse(Connector connector, Course course, Loop loop, Timing timing) {
    this.connector = connector;
    this.course = course;
    this.loop = loop;
    this.timing = timing;
  }

  /// How long the last answer took. Any thread.
  Optional<Duration> latency() {
    return Optional.ofNullable(latency);
  }

  /// Asks if nothing has come for a while.
  void tick() {
    connector
        .wire()
        .filter(wire -> wire.silence().compareTo(timing.silence()) >= 0)
        .ifPresent(_ -> ask());
  }

  /// Asks now.
  void ask() {
    if (isAsking || connector.wire().isEmpty()) {
      return;
    }
    isAsking = true;
    long begin = loop.nanos();
    course.pings();
    Futures.whenDone(
        connector.ask(new Command.Ping(), timing.pulse()), (reply, _) -> answered(begin, reply));
  }

  private void answered(long begin, @Nullable Reply reply) {
    isAsking = false;
    if (reply instanceof Reply.Pong(_, var cursor)) {
      latency = Duration.ofNanos(loop.nanos() - begin);
      if (course.hasMissed(cursor)) {
        subscribeAnew();
      }
    }
  }

  /// Whatever was missed is told again from the place that is known.
  private void subscribeAnew() {
    course.asksAnew();
    Futures.onSuccess(
        connector.ask(new Command.Subscribe(course.cursor()), timing.answer()),
        connector::subscribed);
  }
}
