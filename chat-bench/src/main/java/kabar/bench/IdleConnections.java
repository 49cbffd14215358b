package kabar.bench;

import java.io.IOException;
import java.time.Duration;

/// Finds out what a connection takes that is logged in and says nothing more.
final class IdleConnections {
  private static final Duration WARM_UP = Duration.ofSeconds(3);

  /// Few, because memory that they leave behind is used again by those that are counted.
  private static final int COME_AND_GO = 200;

  private IdleConnections() {}

  /// The growth of resident memory per connection, in bytes.
  ///
  /// The server is warmed up before, with a load and with a few connections that come and go:
  /// otherwise the heap's first use and compiled code would count as connections. Still the heap
  /// grows in steps of megabytes, so that only thousands of connections give a steady figure.
  static double bytesEach(Kabard kabard, Workplace workplace, int count) throws IOException {
    try (var server = kabard.start(workplace)) {
      var side = Contest.Side.of(server);
      var exchange = Login.online(side.address());
      warmUp(side, exchange);
      long before = server.figures().residentBytes();
      try (var connections = open(side, exchange, count)) {
        connections.greet();
        Starts.settle();
        return (double) (server.figures().residentBytes() - before) / count;
      }
    }
  }

  private static void warmUp(Contest.Side side, Exchange exchange) throws IOException {
    try (var load = open(side, exchange, 64)) {
      load.run(WARM_UP);
    }
    try (var connections = open(side, exchange, COME_AND_GO)) {
      connections.greet();
    }
    Starts.settle();
  }

  private static LoadGenerator open(Contest.Side side, Exchange exchange, int count)
      throws IOException {
    return new LoadGenerator(side.address(), exchange, new LoadShape(count, 1));
  }
}
