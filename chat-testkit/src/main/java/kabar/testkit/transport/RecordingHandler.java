package kabar.testkit.transport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.Receiver;

/// Gives every connection a {@link RecordingReceiver} and keeps those for the test.
public final class RecordingHandler implements ConnectionHandler {
  private final Reaction.Action atOpening;
  private final Reaction reaction;
  private final List<RecordingReceiver> receivers = new CopyOnWriteArrayList<>();
  private final LinkedBlockingQueue<RecordingReceiver> fresh = new LinkedBlockingQueue<>();

  /// @param reaction of every receiver
  public RecordingHandler(Reaction reaction) {
    this(_ -> {}, reaction);
  }

  /// @param atOpening done with every new connection; when it throws, so does the handler
  /// @param reaction of every receiver
  public RecordingHandler(Reaction.Action atOpening, Reaction reaction) {
    this.atOpening = atOpening;
    this.reaction = reaction;
  }

  @Override
  public Receiver opened(Connection connection) {
    atOpening.with(connection);
    var receiver = new RecordingReceiver(connection, reaction);
    receivers.add(receiver);
    fresh.add(receiver);
    return receiver;
  }

  /// Waits for the next connection that no call has answered yet.
  public RecordingReceiver next() {
    try {
      var receiver = fresh.poll(RawPeer.DEADLINE.toSeconds(), TimeUnit.SECONDS);
      if (receiver == null) {
        throw new AssertionError("no connection was opened");
      }
      return receiver;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /// All connections so far.
  public List<RecordingReceiver> all() {
    return List.copyOf(receivers);
  }
}
