package kabar.testkit.transport;

import static kabar.testkit.transport.Reaction.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.Listener;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class ReceiverPromises {
  private final Bench bench;

  ReceiverPromises(Bench bench) {
    this.bench = bench;
  }

  @Test
  @DisplayName("Calls for one connection come one at a time.")
  void neverOverlaps() throws Exception {
    var servers = bench.with("max-queue-items", 10_000).serve(Reaction.echo());
    var client = bench.connect();
    var server = servers.next().connection();

    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        threads.execute(() -> offerAndDisturb(client, server));
      }
    }
    server.resume();

    assertThat(client.awaitTexts(1_000)).hasSize(1_000);
    assertThat(client.faults()).isEmpty();
    assertThat(servers.all()).allSatisfy(it -> assertThat(it.faults()).isEmpty());
  }

  @Test
  @DisplayName("A receiver that throws loses its connection and no other.")
  void survivesAThrowingReceiver() throws IOException {
    var servers = bench.serve(Reaction.echo().and(Reaction.on("throw\n", _ -> throwOnPurpose())));
    var other = bench.connect();
    other.offer("before\n");
    other.awaitTexts(1);
    servers.next();
    var raw = bench.raw();
    var server = servers.next();

    raw.send(bytes("throw\nnever\n"));

    assertThat(server.awaitClosed()).isEqualTo(CloseCause.ABORTED);
    assertThat(server.texts()).containsExactly("throw\n");
    Bench.awaitEnd(raw);
    other.offer("after\n");
    assertThat(other.awaitTexts(2)).containsExactly("before\n", "after\n");
  }

  @Test
  @DisplayName("Payloads arrive whole, once and in the order in which they were offered.")
  void keepsOrder() throws IOException {
    var servers = bench.with("max-queue-bytes", 8 * 1024 * 1024).serve(Reaction.none());
    var client = bench.connect();
    var sent = IntStream.range(0, 900).mapToObj(i -> i + "x".repeat(i * 7) + "\n").toList();

    assertThat(sent).allSatisfy(it -> assertThat(client.offer(it)).isTrue());

    assertThat(servers.next().awaitTexts(900)).isEqualTo(sent);
  }

  @Test
  @DisplayName("A payload arrives byte for byte as it was offered, its line end included.")
  void changesNoByte() throws IOException {
    var servers = bench.serve(Reaction.none());
    var client = bench.connect();
    var everyByte = new StringBuilder("all:");
    IntStream.range(0, 256).filter(i -> i != '\n').forEach(i -> everyByte.append((char) i));
    var sent = List.of(everyByte + "\n", "\n", "\r\n", " two  spaces \r\n", "\0\n");

    sent.forEach(client::offer);

    assertThat(servers.next().awaitTexts(5)).isEqualTo(sent);
  }

  @Test
  @DisplayName("Many payloads in one burst and one payload in many pieces arrive alike.")
  void joinsAndCuts() throws IOException {
    var servers = bench.serve(Reaction.none());
    var lines = IntStream.range(0, 1_000).mapToObj(i -> "line " + i + "\n").toList();
    var burst = bench.raw();
    burst.send(bytes(String.join("", lines)));
    assertThat(servers.next().awaitTexts(1_000)).isEqualTo(lines);

    var pieces = bench.raw();
    long before = bench.counter(Listener.PARTIAL);
    for (byte piece : bytes("one line in pieces")) {
      pieces.send(new byte[] {piece});
      long soFar = before;
      Bench.await("a split payload", () -> bench.counter(Listener.PARTIAL) > soFar);
      before = bench.counter(Listener.PARTIAL);
    }
    pieces.send(bytes("\nand the next\n"));

    assertThat(servers.next().awaitTexts(2))
        .containsExactly("one line in pieces\n", "and the next\n");
  }

  @Test
  @DisplayName("A payload of exactly the limit arrives.")
  void takesTheLongest() throws IOException {
    var servers = bench.with("max-payload-bytes", 64).serve(Reaction.none());
    var raw = bench.raw();
    var longest = "x".repeat(63) + "\n";

    raw.send(bytes(longest + "in pieces\n" + "x".repeat(63)));
    var server = servers.next();
    server.awaitTexts(2);
    Bench.await("a split payload", () -> bench.counter(Listener.PARTIAL) > 0);
    raw.send(bytes("\n"));

    assertThat(server.awaitTexts(3)).containsExactly(longest, "in pieces\n", longest);
    assertThat(server.count(Event.Oversized.class)).isZero();
  }

  @Test
  @DisplayName("A payload over the limit is dropped, and reported once, in order.")
  void dropsTheOversized() throws IOException {
    var servers = bench.with("max-payload-bytes", 64).serve(Reaction.none());
    var raw = bench.raw();
    var oversized = "x".repeat(64) + "\n";

    raw.send(bytes("one\n" + oversized + "two\n" + oversized + oversized + "three\n"));

    var server = servers.next();
    server.awaitTexts(3);
    assertThat(server.events())
        .containsExactly(
            new Event.Received("one\n"),
            new Event.Oversized(),
            new Event.Received("two\n"),
            new Event.Oversized(),
            new Event.Oversized(),
            new Event.Received("three\n"));
  }

  @Test
  @DisplayName("What follows a payload over the limit arrives.")
  void goesOnAfterTheOversized() throws IOException {
    var servers = bench.serve(Reaction.none());
    var raw = bench.raw();
    var piece = bytes("x".repeat(10_000));

    raw.send(bytes("before\n"));
    for (int i = 0; i < 1_000; i++) {
      raw.send(piece);
    }
    var server = servers.next();
    server.await(Event.Oversized.class, 1);
    raw.send(bytes("\nnext\n"));

    server.awaitTexts(2);
    assertThat(server.events())
        .containsExactly(
            new Event.Received("before\n"), new Event.Oversized(), new Event.Received("next\n"));
  }

  @Test
  @DisplayName("A queue that refused an offer reports once when half of it is gone.")
  void reportsRoom() throws IOException {
    var armed = new AtomicBoolean();
    var accepted = new AtomicInteger();
    bench.with("max-queue-items", 100).with("max-queue-bytes", 1024 * 1024);
    var servers =
        bench.serve(Reaction.echo().and((event, it) -> fillHalf(event, it, armed, accepted)));
    var raw = bench.raw();
    var server = servers.next();
    int waiting = Flood.fill(server);
    int reports = server.count(Event.Drained.class);

    armed.set(true);
    int expected = (waiting + 50) * Flood.LINE_BYTES;
    assertThat(raw.receive(expected)).hasSize(expected);

    bench.roundTrip();
    assertThat(accepted).hasValue(50);
    assertThat(server.count(Event.Drained.class)).isEqualTo(reports + 1);
  }

  @Test
  @DisplayName("The end of input comes after all that was sent before it.")
  void finishesLast() throws IOException {
    var servers = bench.serve(Reaction.none());
    var raw = bench.raw();

    raw.send(bytes("line\n".repeat(1_000)));
    raw.finishOutput();

    var server = servers.next();
    server.await(Event.Finished.class, 1);
    assertThat(server.events()).hasSize(1_001).last().isEqualTo(new Event.Finished());
  }

  @Test
  @DisplayName("A payload without its end is discarded at the end of input.")
  void discardsTheUnfinished() throws IOException {
    var servers = bench.serve(Reaction.none());
    var raw = bench.raw();

    raw.send(bytes("whole\nhalf"));
    raw.finishOutput();

    var server = servers.next();
    server.await(Event.Finished.class, 1);
    assertThat(server.events())
        .containsExactly(new Event.Received("whole\n"), new Event.Finished());
  }

  @Test
  @DisplayName("After the end of input offers still reach the peer.")
  void answersAfterTheEnd() throws IOException {
    var servers = bench.serve(Reaction.none());
    var raw = bench.raw();

    raw.send(bytes("question\n"));
    raw.finishOutput();
    var server = servers.next();
    server.await(Event.Finished.class, 1);
    assertThat(server.offer("first answer\n")).isTrue();
    assertThat(raw.receive(13)).asString().isEqualTo("first answer\n");
    assertThat(server.offer("second answer\n")).isTrue();
    server.connection().close();

    assertThat(raw.receiveAll()).asString().isEqualTo("second answer\n");
    assertThat(server.awaitClosed()).isEqualTo(CloseCause.CLOSED);
  }

  @Test
  @DisplayName("The last call of a connection is its end, once, with the cause.")
  void endsOnceWithTheCause() throws IOException {
    var reaction = Reaction.echo().and(Reaction.on("close\n", Connection::close));
    var servers = bench.serve(reaction.and(Reaction.on("abort\n", Connection::abort)));
    var causes = new ArrayList<CloseCause>();
    for (var order : List.of("close\n", "abort\n")) {
      var raw = bench.raw();
      raw.send(bytes(order + "ignored\n"));
      Bench.awaitEnd(raw);
      raw.close();
      causes.add(servers.next().awaitClosed());
    }

    bench.roundTrip();

    assertThat(causes).containsExactly(CloseCause.CLOSED, CloseCause.ABORTED);
    assertThat(servers.all().subList(0, 2))
        .allSatisfy(it -> assertThat(it.events()).hasSize(2))
        .allSatisfy(it -> assertThat(it.count(Event.Closed.class)).isEqualTo(1));
  }

  @Test
  @DisplayName("A peer that vanished is reported as lost.")
  void reportsALostPeer() throws IOException {
    var servers = bench.serve(Reaction.echo());
    var raw = bench.raw();
    raw.send(bytes("hello\n"));
    raw.receive(6);

    raw.vanish();

    assertThat(bench.awaitLoss(servers.next())).isEqualTo(CloseCause.LOST);
  }

  @Test
  @DisplayName("A peer that says nothing may stay.")
  void letsTheSilentStay() throws IOException {
    var servers = bench.with("first-payload-timeout", "100ms").serve(Reaction.echo());
    var silent = bench.raw();
    servers.next();
    for (int i = 0; i < 3; i++) {
      bench.raw().send(bytes("unfinished"));
      servers.next().awaitClosed();
    }

    silent.send(bytes("at last\n"));

    assertThat(silent.receive(8)).asString().isEqualTo("at last\n");
  }

  @Test
  @DisplayName("A first payload that is not finished in time ends its connection.")
  void endsTheUnfinished() throws IOException {
    var servers = bench.with("first-payload-timeout", "200ms").serve(Reaction.echo());
    var later = bench.raw();
    later.send(bytes("first\nsecond"));
    var unfinished = bench.raw();
    unfinished.send(bytes("unfinished"));

    var finishedOnce = servers.next();
    var never = servers.next();
    Bench.awaitEnd(unfinished);

    assertThat(never.awaitClosed()).isEqualTo(CloseCause.TIMED_OUT);
    assertThat(never.events()).containsExactly(new Event.Closed(CloseCause.TIMED_OUT));
    later.send(bytes(" in time\n"));
    assertThat(finishedOnce.awaitTexts(2)).containsExactly("first\n", "second in time\n");
  }

  @Test
  @DisplayName("A peer that takes nothing while the queue is full ends its connection in time.")
  void endsTheStalled() throws IOException {
    var servers = bench.with("stall-timeout", "500ms").serve(Reaction.echo());
    var raw = bench.raw();
    var server = servers.next();

    Flood.untilClosed(server);

    assertThat(server.awaitClosed()).isEqualTo(CloseCause.STALLED);
    Bench.awaitEnd(raw);
    bench.roundTrip();
  }

  private static void offerAndDisturb(RecordingReceiver client, Connection server) {
    for (int i = 0; i < 250; i++) {
      client.offer("payload " + i + "\n");
      server.pause();
      server.resume();
    }
  }

  private static void fillHalf(
      Event event, Connection connection, AtomicBoolean armed, AtomicInteger accepted) {
    if (event instanceof Event.Drained && armed.get()) {
      for (int i = 0; i < 50; i++) {
        if (connection.offer(bytes(Flood.line(i)))) {
          accepted.incrementAndGet();
        }
      }
    }
  }

  private static void throwOnPurpose() {
    throw new OnPurpose();
  }
}
