package kabar.bench;

import java.io.IOException;
import java.time.Duration;

/// Finds out what a connection takes that is logged in and says nothing more.
///
/// @param server to which nobody else is connected
/// @param opener opens connections to it
record IdleConnections(ServerProcess server, Opener opener) {
  private static final Duration WARM_UP = Duration.ofSeconds(3);

  /// Few, because memory that they leave behind is used again by those that are counted.
  private static final int COME_AND_GO = 200;

  /// Opens the connections of a load.
  @FunctionalInterface
  interface Opener {
    Load open(LoadShape shape) throws IOException;
  }

  /// The same over TCP, of a server of its own.
  static double bytesEachOverTcp(Kabard kabard, Workplace workplace, int count) throws IOException {
    try (var server = kabard.start(workplace)) {
      var address = server.awaitReady().address();
      var exchange = Login.online(address);
      var idle = new IdleConnections(server, shape -> new LoadGenerator(address, exchange, shape));
      return idle.bytesEach(count);
    }
  }

  /// The growth of resident memory per connection, in bytes.
  ///
  /// The server is warmed up before, with a load and with a few connections that come and go:
  /// otherwise the heap's first use and compiled code would count as connections. Still the heap
  /// grows in steps of megabytes, so that only thousands of connections give a steady figure.
  double bytesEach(int count) throws IOException {
    warmUp();
    return growth(count) / count;
  }

  /// The growth of resident memory while so many connections are opened, in bytes. They are closed
  /// again.
  double growth(int count) throws IOException {
    long before = server.figures().residentBytes();
    try (var connections = open(count)) {
      connections.greet();
      Starts.settle();
      return server.figures().residentBytes() - before;
    }
  }

  private void warmUp() throws IOException {
    try (var load = open(64)) {
      load.run(WARM_UP);
    }
    try (var connections = open(COME_AND_GO)) {
      connections.greet();
    }
    Starts.settle();
  }

  private Load open(int count) throws IOException {
    return opener.open(new LoadShape(count, 1));
  }
}
