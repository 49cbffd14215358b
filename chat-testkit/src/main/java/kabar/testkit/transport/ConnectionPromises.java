package kabar.testkit.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static kabar.testkit.transport.Reaction.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.Listener;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class ConnectionPromises {
  private final Bench bench;

  ConnectionPromises(Bench bench) {
    this.bench = bench;
  }

  @Test
  @DisplayName("A connection knows its peer's address and its own transport's name.")
  void knowsItsPeer() throws IOException {
    var servers = bench.serve(Reaction.none());
    var client = bench.connect().connection().peer();
    var server = servers.next().connection().peer();

    var name = bench.provider().name();
    assertThat(client.transport()).isEqualTo(name);
    assertThat(server.transport()).isEqualTo(name);
    assertThat(client.address().toString()).contains(Bench.nameOf(bench.listener().address()));
    assertThat(server.address()).isNotNull().isNotEqualTo(client.address());
  }

  @Test
  @DisplayName("An offer may be made from any thread and never blocks.")
  void takesOffersFromAnyThread() throws IOException {
    var held = new CountDownLatch(1);
    var servers = bench.serve(Reaction.on("hold\n", _ -> awaitQuietly(held)));
    var client = bench.connect();
    var server = servers.next();
    client.offer("hold\n");
    server.awaitTexts(1);

    // The transport's thread is held: an offer that needed it would wait for ever.
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        int number = i;
        threads.execute(() -> offerMany(server, number));
      }
    }
    held.countDown();

    var texts = client.awaitTexts(400);
    for (int i = 0; i < 4; i++) {
      var prefix = i + "/";
      assertThat(texts.stream().filter(it -> it.startsWith(prefix)))
          .isEqualTo(numbered(prefix, 100));
    }
  }

  @Test
  @DisplayName("An offer of any size is accepted while less than the limit waits.")
  void takesAnySizeWhileThereIsRoom() throws IOException {
    bench.with("max-queue-bytes", 1_000).with("max-payload-bytes", 1024 * 1024);
    var almostFull = "x".repeat(998) + "\n";
    var large = "y".repeat(300_000) + "\n";
    var answers = new ArrayList<Boolean>();
    bench.serve(
        Reaction.on(
            "go\n",
            it -> {
              answers.add(it.offer(bytes(almostFull)));
              answers.add(it.offer(bytes(large)));
              answers.add(it.offer(bytes("too much\n")));
            }));
    var client = bench.connect();

    client.offer("go\n");

    assertThat(client.awaitTexts(2)).containsExactly(almostFull, large);
    assertThat(answers).containsExactly(true, true, false);
  }

  @Test
  @DisplayName("An offer to a full queue is refused, and nothing of it is sent.")
  void refusesWhenFull() throws IOException {
    var servers = bench.serve(Reaction.echo());
    var raw = bench.raw();
    var server = servers.next();

    int accepted = Flood.fill(server);

    // The last offer was refused; others are served meanwhile.
    bench.roundTrip();
    var sent = new String(raw.receive(accepted * Flood.LINE_BYTES), US_ASCII);
    assertThat(sent.equals(Flood.lines(accepted))).isTrue();
    server.connection().close();
    assertThat(raw.receiveAll()).isEmpty();
  }

  @Test
  @DisplayName("An offer to a closed connection is refused.")
  void refusesWhenClosed() throws IOException {
    var servers = bench.serve(Reaction.none());
    bench.raw();
    var closed = servers.next();
    bench.raw();
    var aborted = servers.next();
    var raw = bench.raw();
    var lost = servers.next();

    closed.connection().close();
    aborted.connection().abort();
    raw.vanish();
    bench.awaitLoss(lost);

    assertThat(closed.offer("too late\n")).isFalse();
    assertThat(aborted.offer("too late\n")).isFalse();
    assertThat(lost.offer("too late\n")).isFalse();
  }

  @Test
  @DisplayName("A payload is never changed, so that one array serves many connections.")
  void leavesPayloadsAlone() throws IOException {
    var servers = bench.serve(Reaction.none());
    var clients = new ArrayList<RecordingReceiver>();
    for (int i = 0; i < 100; i++) {
      clients.add(bench.connect());
    }
    var text = "for all: " + "x".repeat(1_000) + "\n";
    var payload = bytes(text);

    for (int i = 0; i < 100; i++) {
      var server = servers.next().connection();
      server.offer(payload);
      server.offer(payload);
    }

    assertThat(clients).allSatisfy(it -> assertThat(it.awaitTexts(2)).containsExactly(text, text));
    assertThat(payload).isEqualTo(bytes(text));
  }

  @Test
  @DisplayName("All offers made during one pass of the transport leave in one write.")
  void writesOncePerPass() throws IOException {
    bench.serve(
        Reaction.echo()
            .and(
                Reaction.on(
                    "go\n", it -> numbered("", 99).forEach(line -> it.offer(bytes(line))))));
    var client = bench.connect();

    client.offer("go\n");
    client.awaitTexts(100);
    client.offer("again\n");
    client.awaitTexts(101);

    // The last write may be counted a moment after it arrived.
    Bench.await("two writes", () -> bench.counter(Listener.WRITES) >= 2);
    assertThat(bench.counter(Listener.WRITES)).isEqualTo(2);
  }

  @Test
  @DisplayName(
      "After a pause on the transport's thread nothing is received, not even what was already"
          + " read.")
  void receivesNothingAfterAPause() throws Exception {
    var paused = new Semaphore(0);
    Reaction.Action pause =
        connection -> {
          connection.pause();
          paused.release();
        };
    var pauses = Reaction.on("10\n", pause).and(Reaction.on("99\n", pause));
    var servers = bench.serve(Reaction.echo().and(pauses));
    var raw = bench.raw();
    var server = servers.next();

    raw.send(bytes(String.join("", numbered("", 100))));
    awaitPause(paused);
    bench.roundTrip();
    assertThat(server.texts()).isEqualTo(numbered("", 11));

    server.connection().resume();
    awaitPause(paused);
    assertThat(server.texts()).isEqualTo(numbered("", 100));
    raw.finishOutput();
    bench.roundTrip();
    assertThat(server.count(Event.Finished.class)).isZero();

    server.connection().resume();
    server.await(Event.Finished.class, 1);
  }

  /// A resume that overtakes the pause it is meant for would be in vain.
  private static void awaitPause(Semaphore paused) throws InterruptedException {
    assertThat(paused.tryAcquire(RawPeer.DEADLINE.toMillis(), TimeUnit.MILLISECONDS))
        .as("a pause came")
        .isTrue();
  }

  @Test
  @DisplayName("A pause makes the peer's offers fail in the end, and only that peer's.")
  void slowsThePeerDown() throws IOException {
    var servers = bench.serve(Reaction.echo());
    var client = bench.connect();
    var server = servers.next();
    server.connection().pause();

    Flood.fill(client);

    bench.roundTrip();
    assertThat(server.events()).isEmpty();
    int reports = client.count(Event.Drained.class);
    server.connection().resume();
    client.await(Event.Drained.class, reports + 1);
  }

  @Test
  @DisplayName("After a resume all that was held back arrives, in order.")
  void deliversAfterAResume() throws IOException {
    var servers = bench.serve(Reaction.none());
    var client = bench.connect();
    var server = servers.next();
    server.connection().pause();
    server.connection().pause();
    int accepted = Flood.fill(client);
    client.connection().close();

    server.connection().resume();

    server.await(Event.Finished.class, 1);
    assertThat(server.texts()).hasSize(accepted);
    assertThat(String.join("", server.texts()).equals(Flood.lines(accepted))).isTrue();
  }

  @Test
  @DisplayName("A pause and a resume from any thread lose nothing.")
  void losesNothing() throws IOException {
    var servers = bench.with("max-queue-items", 10_000).serve(Reaction.none());
    var client = bench.connect();
    var server = servers.next();

    try (var threads = Executors.newFixedThreadPool(3)) {
      threads.execute(() -> numbered("", 5_000).forEach(client::offer));
      threads.execute(() -> toggle(server.connection()));
      threads.execute(() -> toggle(server.connection()));
    }
    server.connection().resume();

    assertThat(server.awaitTexts(5_000)).isEqualTo(numbered("", 5_000));
  }

  @Test
  @DisplayName("A close sends all that was accepted before it.")
  void sendsTheRest() throws Exception {
    var large = Flood.lines(256);
    var servers = bench.serve(Reaction.on("go\n", it -> offerAndClose(it, large)));
    var slow = bench.raw();
    slow.send(bytes("go\n"));
    var sender = bench.raw();
    var sending = CompletableFuture.runAsync(() -> sendOn(sender));

    var read = new ByteArrayOutputStream();
    for (byte[] piece = slow.receive(100); piece.length > 0; piece = slow.receive(100)) {
      read.writeBytes(piece);
    }

    assertThat(read.toString(US_ASCII).equals(large)).isTrue();
    assertThat(new String(sender.receiveAll(), US_ASCII).equals(large)).isTrue();
    assertThat(servers.next().awaitClosed()).isEqualTo(CloseCause.CLOSED);
    sender.close();
    sending.get(10, TimeUnit.SECONDS);
  }

  @Test
  @DisplayName("After a close nothing more is received but the end.")
  void receivesNothingAfterAClose() throws IOException {
    var servers = bench.serve(Reaction.on("10\n", Connection::close));
    var raw = bench.raw();

    raw.send(bytes(String.join("", numbered("", 100))));
    Bench.awaitEnd(raw);
    raw.close();

    var server = servers.next();
    server.awaitClosed();
    assertThat(server.texts()).isEqualTo(numbered("", 11));
    assertThat(server.events()).hasSize(12).last().isEqualTo(new Event.Closed(CloseCause.CLOSED));
  }

  @Test
  @DisplayName("Closing or aborting again is harmless.")
  void endsOnce() throws IOException {
    var servers = bench.serve(Reaction.echo());
    for (int i = 0; i < 2; i++) {
      var raw = bench.raw();
      var connection = servers.next().connection();
      if (i == 0) {
        connection.close();
      }
      connection.abort();
      connection.abort();
      connection.close();
      Bench.awaitEnd(raw);
    }

    var ended = List.copyOf(servers.all());
    ended.forEach(RecordingReceiver::awaitClosed);
    ended.forEach(it -> it.connection().close());
    ended.forEach(it -> it.connection().abort());
    bench.roundTrip();

    assertThat(ended).allSatisfy(it -> assertThat(it.events()).hasSize(1));
  }

  @Test
  @DisplayName("An abort drops what waits and ends both sides.")
  void dropsWhatWaits() throws IOException {
    var servers = bench.serve(Reaction.on("go\n", ConnectionPromises::offerAndAbort));
    var client = bench.connect();

    client.offer("go\n");

    assertThat(servers.next().awaitClosed()).isEqualTo(CloseCause.ABORTED);
    assertThat(bench.awaitLoss(client)).isEqualTo(CloseCause.LOST);
    assertThat(client.texts()).isEmpty();
  }

  private static List<String> numbered(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i + "\n").toList();
  }

  private static void offerMany(RecordingReceiver owner, int number) {
    numbered(number + "/", 100).forEach(owner::offer);
  }

  private static void offerAndClose(Connection connection, String text) {
    connection.offer(bytes(text));
    connection.close();
  }

  private static void offerAndAbort(Connection connection) {
    connection.offer(bytes("dropped\n"));
    connection.abort();
  }

  private static void toggle(Connection connection) {
    for (int i = 0; i < 1_000; i++) {
      connection.pause();
      connection.resume();
    }
  }

  /// Asks, and goes on talking while the other end answers and closes.
  private static void sendOn(RawPeer peer) {
    var talk = new byte[64 * 1024];
    Arrays.fill(talk, (byte) '\n');
    try {
      peer.send(bytes("go\n"));
      for (int i = 0; i < 50; i++) {
        peer.send(talk);
      }
    } catch (IOException e) {
      // The other end had enough, after its answer.
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
