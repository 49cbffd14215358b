package kabar.domain;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import kabar.api.transport.Connection;
import kabar.api.transport.Peer;

/// A connection whose queue the test fills and empties. Thread-safe.
final class FakeConnection implements Connection {
  static final Peer PEER =
      new Peer(InetSocketAddress.createUnresolved("localhost", 1), "fake", false, true, "");

  private final Deque<String> queue = new ArrayDeque<>();
  private final List<String> sent = new ArrayList<>();
  private int room = Integer.MAX_VALUE;
  private int refusals;
  private boolean isPaused;
  private boolean isClosed;
  private boolean isAborted;
  private Runnable beforePause = () -> {};

  /// A peer at an IP address.
  static Peer peerAt(String address) {
    return new Peer(socketAt(address), "fake", false, true, "");
  }

  /// A peer that says that it is at an IP address.
  static Peer unprovenAt(String address) {
    return new Peer(socketAt(address), "fake", false, false, "");
  }

  private static InetSocketAddress socketAt(String address) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), 4711);
  }

  @Override
  public Peer peer() {
    return PEER;
  }

  @Override
  public synchronized boolean offer(byte[] payload) {
    if (isClosed || isAborted || queue.size() >= room) {
      refusals++;
      return false;
    }
    queue.add(TestCodec.text(payload));
    return true;
  }

  @Override
  public void pause() {
    beforePause.run();
    setPaused(true);
  }

  @Override
  public void resume() {
    setPaused(false);
  }

  @Override
  public synchronized void close() {
    isClosed = true;
  }

  @Override
  public synchronized void abort() {
    isAborted = true;
  }

  /// From now on the queue takes only so many payloads.
  synchronized void roomFor(int payloads) {
    room = payloads;
  }

  /// Done at the next pause, before it takes effect.
  void beforeNextPause(Runnable action) {
    beforePause =
        () -> {
          beforePause = () -> {};
          action.run();
        };
  }

  /// Sends what waits to the peer.
  synchronized void flush() {
    sent.addAll(queue);
    queue.clear();
  }

  /// All that was accepted, whether it waits or has been sent.
  synchronized List<String> accepted() {
    var all = new ArrayList<>(sent);
    all.addAll(queue);
    return all;
  }

  synchronized int refusals() {
    return refusals;
  }

  synchronized boolean isPaused() {
    return isPaused;
  }

  synchronized boolean isClosed() {
    return isClosed;
  }

  synchronized boolean isAborted() {
    return isAborted;
  }

  private synchronized void setPaused(boolean paused) {
    isPaused = paused;
  }
}
