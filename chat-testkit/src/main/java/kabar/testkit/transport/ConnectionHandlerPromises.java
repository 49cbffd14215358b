package kabar.testkit.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import kabar.api.transport.Connection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class ConnectionHandlerPromises {
  private final Bench bench;

  ConnectionHandlerPromises(Bench bench) {
    this.bench = bench;
  }

  @Test
  @DisplayName("A connection is shown to its handler before anything of it is received.")
  void opensFirst() throws IOException {
    var first = new AtomicBoolean(true);
    var servers = bench.serve(new RecordingHandler(it -> pauseFirst(first, it), Reaction.echo()));
    var raw = bench.raw();
    raw.send(Reaction.bytes("early\n"));
    var server = servers.next();
    // The pause made while the handler saw the connection counts already for the first payload.
    bench.roundTrip();
    assertThat(server.events()).isEmpty();

    server.connection().resume();

    assertThat(server.awaitTexts(1)).containsExactly("early\n");
  }

  @Test
  @DisplayName("A handler that throws loses that connection and no other.")
  void survivesAThrowingHandler() throws IOException {
    var count = new AtomicInteger();
    bench.serve(new RecordingHandler(_ -> throwAtSecond(count), Reaction.echo()));
    var first = bench.connect();
    first.offer("before\n");
    first.awaitTexts(1);

    connectAndAwaitEnd();

    first.offer("after\n");
    assertThat(first.awaitTexts(2)).containsExactly("before\n", "after\n");
    bench.roundTrip();
  }

  /// The connection may be lost while it is being made.
  private void connectAndAwaitEnd() throws IOException {
    try {
      Bench.awaitEnd(bench.raw());
    } catch (SocketException e) {
      assertThat(e).hasMessageContaining("reset");
    }
  }

  private static void pauseFirst(AtomicBoolean first, Connection connection) {
    if (first.getAndSet(false)) {
      connection.pause();
    }
  }

  private static void throwAtSecond(AtomicInteger count) {
    if (count.incrementAndGet() == 2) {
      throw new OnPurpose();
    }
  }
}
