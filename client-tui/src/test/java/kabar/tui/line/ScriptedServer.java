package kabar.tui.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.Listener;
import kabar.api.transport.Receiver;
import kabar.api.transport.TransportLimits;
import kabar.protocol.TextAnswer;
import kabar.testkit.loopback.LoopbackTransport;
import kabar.testkit.transcript.Terminal;
import org.jspecify.annotations.Nullable;

/// A server for one client that does what the test tells it, however rude.
final class ScriptedServer implements ConnectionHandler, Receiver, AutoCloseable {
  private static final TransportLimits ROOMY = limits();

  private final LoopbackTransport transport = new LoopbackTransport(ROOMY);
  private final Listener listener;
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private volatile @Nullable Connection connection;

  ScriptedServer() throws IOException {
    listener = transport.listen(URI.create("loopback://localhost:0"), this);
  }

  LoopbackTransport transport() {
    return transport;
  }

  URI address() {
    return listener.address();
  }

  /// Waits for the next request and takes it, without its end.
  String request() throws InterruptedException {
    var request = requests.poll(Terminal.DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    if (request == null) {
      throw new AssertionError("the client asks nothing");
    }
    return request;
  }

  /// Whether the client has asked nothing that was not taken.
  boolean isUnasked() {
    return requests.isEmpty();
  }

  /// Sends text, a byte for each character.
  void say(String text) {
    if (!connection().offer(text.getBytes(ISO_8859_1))) {
      throw new AssertionError("the client takes nothing");
    }
  }

  /// Sends a whole answer.
  void answer(String json) {
    say(json + "\r\n\r\n");
  }

  /// Ends the connection after what was sent.
  void hangUp() {
    connection().close();
  }

  /// Breaks the connection off.
  void vanish() {
    connection().abort();
  }

  @Override
  public Receiver opened(Connection opened) {
    connection = opened;
    return this;
  }

  @Override
  public void received(ByteBuffer payload) {
    var request = ISO_8859_1.decode(payload).toString();
    requests.add(request.endsWith(" \r\n") ? request.substring(0, request.length() - 3) : request);
  }

  @Override
  public void oversized() {
    requests.add("too long a request");
  }

  @Override
  public void drained() {}

  @Override
  public void finished() {}

  @Override
  public void closed(CloseCause cause) {}

  @Override
  public void close() {
    transport.close();
  }

  private Connection connection() {
    var opened = connection;
    if (opened == null) {
      throw new AssertionError("no client has come");
    }
    return opened;
  }

  /// The client's own, see `LineCommand`, and room for whole answers.
  private static TransportLimits limits() {
    var usual = TransportLimits.DEFAULT;
    int most = TextAnswer.MAX_BYTES;
    return new TransportLimits(
        most, 4 * most, usual.maxQueueItems(), usual.firstPayload(), usual.stall(), usual.close());
  }
}
