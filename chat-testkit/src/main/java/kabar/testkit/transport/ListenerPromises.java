package kabar.testkit.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.Listener;
import kabar.api.transport.Listener.Stopped;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class ListenerPromises {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Bench bench;

  ListenerPromises(Bench bench) {
    this.bench = bench;
  }

  @Test
  @DisplayName(
      "The address of a listener is where it really listens, with the port that it got for port 0.")
  void knowsItsAddress() throws IOException {
    bench.serve(Reaction.echo());
    var first = bench.listener().address();
    bench.serve(Reaction.echo());
    var second = bench.listener().address();

    assertThat(first).isNotEqualTo(second);
    assertThat(List.of(first.getPort(), second.getPort())).doesNotContain(0);
    assertThat(second.getScheme()).isEqualTo(bench.provider().name());
    bench.roundTrip();
  }

  @Test
  @DisplayName("A listener counts its open and accepted connections, split payloads and writes.")
  void counts() throws IOException {
    bench.serve(Reaction.echo().and(Reaction.on("bye\n", Connection::close)));
    var first = bench.raw();
    var second = bench.raw();
    first.send(Reaction.bytes("hello\n"));
    second.send(Reaction.bytes("hello\n"));
    assertThat(first.receive(6)).asString().isEqualTo("hello\n");
    assertThat(second.receive(6)).asString().isEqualTo("hello\n");

    first.send(Reaction.bytes("by"));
    Bench.await("a split payload", () -> bench.counter(Listener.PARTIAL) == 1);
    assertThat(bench.counter(Listener.OPEN)).isEqualTo(2);
    first.send(Reaction.bytes("e\n"));
    first.receiveAll();
    first.close();

    Bench.await("one left", () -> bench.counter(Listener.OPEN) == 1);
    assertThat(bench.counter(Listener.ACCEPTED)).isEqualTo(2);
    assertThat(bench.counter(Listener.PARTIAL)).isEqualTo(1);
    assertThat(bench.counter(Listener.WRITES)).isBetween(2L, 3L);
  }

  @Test
  @DisplayName("A stopping listener accepts nobody new and leaves its connections alone.")
  void refusesNewcomersWhileItStops() throws Exception {
    var servers = bench.serve(Reaction.echo().and(Reaction.leave()));
    var client = bench.connect();
    var server = servers.next();

    var stopped = stopInBackground(LONG);
    Bench.await("a refusal", this::isRefused);
    client.offer("still here\n");

    assertThat(client.awaitTexts(1)).containsExactly("still here\n");
    assertThat(stopped).isNotDone();
    server.connection().close();
    assertThat(stopped.get(10, TimeUnit.SECONDS)).isEqualTo(Stopped.DRAINED);
  }

  @Test
  @DisplayName(
      "A stop ends drained when the owners close their connections within the grace period.")
  void endsDrained() throws Exception {
    bench.serve(Reaction.on("bye\n", Connection::close).and(Reaction.leave()));
    var first = bench.connect();
    var second = bench.connect();

    var stopped = stopInBackground(LONG);
    Bench.await("a refusal", this::isRefused);
    first.offer("bye\n");
    second.offer("bye\n");

    assertThat(stopped.get(10, TimeUnit.SECONDS)).isEqualTo(Stopped.DRAINED);
    assertThat(bench.counter(Listener.OPEN)).isZero();
  }

  @Test
  @DisplayName(
      "A stop ends forced when the grace period is over, and the connections left are aborted.")
  void endsForced() throws IOException {
    var servers = bench.serve(Reaction.none());
    var raw = bench.raw();
    var server = servers.next();

    var stopped = bench.listener().stop(Duration.ofMillis(100));

    assertThat(stopped).isEqualTo(Stopped.FORCED);
    assertThat(server.awaitClosed()).isEqualTo(CloseCause.STOPPED);
    assertThat(bench.counter(Listener.OPEN)).isZero();
    Bench.awaitEnd(raw);
  }

  @Test
  @DisplayName("Closing a listener twice is harmless.")
  void closesTwice() throws IOException {
    var servers = bench.serve(Reaction.none());
    bench.raw();
    var server = servers.next();

    bench.listener().close();
    bench.listener().close();

    assertThat(server.awaitClosed()).isEqualTo(CloseCause.STOPPED);
    assertThat(bench.listener().stop(Duration.ZERO)).isEqualTo(Stopped.DRAINED);
  }

  private CompletableFuture<Stopped> stopInBackground(Duration grace) {
    return CompletableFuture.supplyAsync(() -> bench.listener().stop(grace));
  }

  /// Whether the listener refuses; a connection it still accepts is taken back.
  private boolean isRefused() {
    try {
      bench.connect().connection().abort();
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
