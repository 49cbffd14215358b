package kabar.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Messages from one client to another, one at a time, and when each got how far.
final class Delivery implements AutoCloseable {
  private static final int MOST_TRIES = 100;
  private static final Duration SOON = Duration.ofMillis(200);

  private final RpcClient sender;
  private final RpcClient receiver;
  private final Ear wire;
  private final Ear screen;
  private int sent;

  /// @param screen hears what the receiver's program prints
  Delivery(InetSocketAddress address, Ear screen) throws IOException {
    this.screen = screen;
    this.sender = RpcClient.to(address);
    this.receiver = RpcClient.to(address);
    sender.login("messi");
    receiver.login("henderson");
    this.wire = receiver.subscribe();
    awaitScreen();
  }

  /// What became of many messages, each time from the moment before it left its sender.
  ///
  /// @param acknowledged until the sender heard that it is on disk
  /// @param told until it came over the receiver's connection
  /// @param printed until the receiver's program had printed it
  record Times(int messages, Latencies acknowledged, Latencies told, Latencies printed) {}

  /// Sends one message after the other, with a pause between them.
  ///
  /// @param isOver asked before each message
  Times play(Duration pause, BooleanSupplier isOver) throws IOException {
    var times = new Times(0, new Latencies(), new Latencies(), new Latencies());
    int count = 0;
    while (!isOver.getAsBoolean()) {
      deliver(times);
      count++;
      rest(pause);
    }
    return new Times(count, times.acknowledged(), times.told(), times.printed());
  }

  /// Sends until the receiver's program prints: it may not have begun to listen yet.
  private void awaitScreen() throws IOException {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      send("hello");
      if (screen.hears("hello", SOON)) {
        return;
      }
    }
    throw new BenchException("kabar tail prints nothing");
  }

  private void deliver(Times times) throws IOException {
    int number = sent++;
    var text = "delivery-%d.".formatted(number);
    var params = "{\"to\":\"henderson\",\"text\":\"%s\",\"key\":\"d%d\"}".formatted(text, number);
    long start = System.nanoTime();
    sender.send(RpcClient.request(number, "send", params));
    sender.requireResult(number, "send");
    times.acknowledged().accept(System.nanoTime() - start);
    times.told().accept(wire.await(text) - start);
    times.printed().accept(screen.await(text) - start);
  }

  /// Sends a text and waits until it is on disk.
  private void send(String text) throws IOException {
    int number = sent++;
    var params = "{\"to\":\"henderson\",\"text\":\"%s\",\"key\":\"d%d\"}".formatted(text, number);
    sender.send(RpcClient.request(number, "send", params));
    sender.requireResult(number, "send");
  }

  private static void rest(Duration pause) throws BenchException {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted");
    }
  }

  @Override
  public void close() throws IOException {
    sender.close();
    receiver.close();
  }
}
