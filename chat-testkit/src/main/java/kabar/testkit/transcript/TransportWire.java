package kabar.testkit.transcript;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.Receiver;
import kabar.api.transport.Transport;
import org.jspecify.annotations.Nullable;

/// A client on a transport. Its monitor guards what was received.
final class TransportWire implements Wire, Receiver {
  private final Connection connection;
  private final Replies replies;
  private @Nullable String end;

  private TransportWire(Connection connection, String terminator) {
    this.connection = connection;
    this.replies = new Replies(terminator);
  }

  static TransportWire connect(Transport transport, URI address, String terminator)
      throws IOException {
    var opened = new TransportWire[1];
    transport.connect(address, connection -> opened[0] = new TransportWire(connection, terminator));
    return opened[0];
  }

  @Override
  public void send(byte[] bytes) throws IOException {
    if (!connection.offer(bytes)) {
      throw new IOException("the connection takes nothing more");
    }
  }

  @Override
  public synchronized String receive() throws IOException {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    Optional<String> reply = replies.poll();
    while (reply.isEmpty()) {
      if (end != null) {
        throw new EOFException("%s after '%s'".formatted(end, replies));
      }
      awaitNews(deadline - System.nanoTime());
      reply = replies.poll();
    }
    return reply.get();
  }

  @Override
  public void close() {
    connection.close();
  }

  @Override
  public synchronized void received(ByteBuffer payload) {
    replies.add(payload);
    notifyAll();
  }

  @Override
  public void oversized() {
    end("a reply was too long for the client's transport");
  }

  @Override
  public void drained() {}

  @Override
  public void finished() {
    end("the server ended the connection");
  }

  @Override
  public void closed(CloseCause cause) {
    end("the connection ended (%s)".formatted(cause));
  }

  private synchronized void end(String how) {
    end = end == null ? how : end;
    notifyAll();
  }

  private synchronized void awaitNews(long nanos) throws IOException {
    if (nanos <= 0) {
      throw new SocketTimeoutException(
          "no reply within %s, only '%s'".formatted(DEADLINE, replies));
    }
    try {
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(nanos, 1_000_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
