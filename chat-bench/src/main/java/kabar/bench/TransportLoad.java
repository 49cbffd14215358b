package kabar.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import kabar.api.transport.Transport;

/// A load over connections of a transport, made as a client of Kabar makes them: so that two
/// transports differ in nothing but themselves. The work is done on the transport's own thread.
final class TransportLoad implements Load {
  /// The longest that a transport passes on.
  private static final int LINE_BYTES = 64 * 1024;

  /// Several times the longest time after which a transport sends again.
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Transport transport;
  private final LoadShape shape;
  private final List<TransportLane> lanes = new ArrayList<>();

  private TransportLoad(Transport transport, LoadShape shape) {
    this.transport = transport;
    this.shape = shape;
  }

  /// Opens all connections.
  ///
  /// @param latency hears how long each reply took, in nanoseconds
  static TransportLoad open(URI server, Exchange exchange, LoadShape shape, LongConsumer latency)
      throws IOException {
    var load = new TransportLoad(Transports.make(server.getScheme()), shape);
    var task =
        new TransportLane.Task(exchange, exchange.replies(LINE_BYTES), shape.depth(), latency);
    try {
      for (int i = 0; i < shape.connections(); i++) {
        load.lanes.add(TransportLane.open(load.transport, server, task));
      }
    } catch (IOException e) {
      load.close();
      throw e;
    }
    return load;
  }

  @Override
  public Sum run(Duration duration) throws IOException {
    long start = System.nanoTime();
    long answered = play(shape.depth(), start + duration.toNanos());
    return new Sum(answered, Duration.ofNanos(System.nanoTime() - start));
  }

  @Override
  public void greet() throws IOException {
    play(1, System.nanoTime());
  }

  /// Ends all connections at once.
  @Override
  public void close() {
    transport.close();
  }

  /// Answers how many replies came.
  private long play(int depth, long end) throws IOException {
    var over = new CountDownLatch(lanes.size());
    lanes.forEach(lane -> lane.begin(depth, end, over));
    try {
      long wait = Math.max(0, end - System.nanoTime()) + PATIENCE.toNanos();
      var isOver = over.await(wait, TimeUnit.NANOSECONDS);
      for (var lane : lanes) {
        lane.requireWhole();
      }
      if (!isOver) {
        throw new BenchException(
            "%d replies did not come within %d s"
                .formatted(
                    lanes.stream().mapToInt(TransportLane::unanswered).sum(),
                    PATIENCE.toSeconds()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted");
    }
    return lanes.stream().mapToLong(TransportLane::answered).sum();
  }
}
