package kabar.testkit.transport;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import kabar.api.Settings;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Listener;
import kabar.api.transport.Transport;
import kabar.api.transport.TransportProvider;
import org.jspecify.annotations.Nullable;

/// What one test of the contract works with: a transport, a listener, peers; all are closed after
/// the test, and no receiver may have been called in a way that breaks a promise.
final class Bench {
  private final TransportContract contract;
  private final Map<String, String> settings = new HashMap<>();
  private final List<RecordingHandler> handlers = new ArrayList<>();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private @Nullable Transport transport;
  private @Nullable Listener listener;

  Bench(TransportContract contract) {
    this.contract = contract;
  }

  TransportProvider provider() {
    return contract.provider();
  }

  URI anyAddress() {
    return contract.anyAddress();
  }

  /// What a message has to say to name an address: its port, where it has one.
  static String nameOf(URI address) {
    return address.getPort() < 0 ? address.getPath() : String.valueOf(address.getPort());
  }

  /// Waits until an end learns that its peer is gone; on a wire that does not tell, by offering.
  CloseCause awaitLoss(RecordingReceiver end) {
    if (!contract.tellsResets()) {
      end.await(Event.Finished.class, 1);
      await("a refused offer", () -> !end.offer("still there?\n"));
    }
    return end.awaitClosed();
  }

  /// Changes a setting; only before the transport is used.
  Bench with(String key, Object value) {
    settings.put(key, value.toString());
    return this;
  }

  /// The transport of this test.
  Transport transport() {
    if (transport == null) {
      transport = anotherTransport();
    }
    return transport;
  }

  /// One more transport with the same settings.
  Transport anotherTransport() {
    var all = new HashMap<>(contract.settings());
    all.putAll(settings);
    return closing(provider().create(Settings.of("transport", all)));
  }

  /// Starts the listener of this test.
  RecordingHandler serve(Reaction reaction) throws IOException {
    return serve(new RecordingHandler(reaction));
  }

  /// Starts the listener of this test.
  RecordingHandler serve(RecordingHandler handler) throws IOException {
    listener = transport().listen(anyAddress(), checked(handler));
    return handler;
  }

  /// The listener that was started last.
  Listener listener() {
    if (listener == null) {
      throw new IllegalStateException("serve comes first");
    }
    return listener;
  }

  long counter(String name) {
    var counters = listener().counters();
    assertThat(counters).containsKey(name);
    return requireNonNull(counters.get(name)).getAsLong();
  }

  /// A new connection to the listener.
  RecordingReceiver connect(Reaction reaction) throws IOException {
    var handler = checked(new RecordingHandler(reaction));
    transport().connect(listener().address(), handler);
    return handler.next();
  }

  /// A new connection to the listener that only listens.
  RecordingReceiver connect() throws IOException {
    return connect(Reaction.none());
  }

  /// A new raw peer of the listener.
  RawPeer raw() throws IOException {
    return closing(contract.rawPeer(listener()));
  }

  /// Shows that the transport is alive by a question and its answer on a new connection; the
  /// listener has to echo.
  void roundTrip() throws IOException {
    var client = connect();
    client.offer("still there?\n");
    assertThat(client.awaitTexts(1)).containsExactly("still there?\n");
    client.connection().close();
  }

  /// Closes something after the test.
  <T extends AutoCloseable> T closing(T resource) {
    synchronized (opened) {
      opened.add(resource);
    }
    return resource;
  }

  /// Waits for what no event tells of.
  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + RawPeer.DEADLINE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not happen in time: " + what);
      }
      LockSupport.parkNanos(500_000);
    }
  }

  /// Reads until the peer's connection has ended, either way.
  static void awaitEnd(RawPeer peer) throws IOException {
    try {
      peer.receiveAll();
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      // A reset is an end as well.
    }
  }

  /// Closes all that was opened, in reverse, and looks at what the receivers were told.
  void closeAll() {
    var failures = new ArrayList<Exception>();
    for (var resource : opened.reversed()) {
      closeOne(resource, failures);
    }
    assertThat(failures).isEmpty();
    for (var handler : handlers) {
      assertThat(handler.all()).allSatisfy(it -> assertThat(it.faults()).isEmpty());
    }
  }

  private static void closeOne(AutoCloseable resource, List<Exception> failures) {
    try {
      resource.close();
    } catch (Exception e) {
      failures.add(e);
    }
  }

  private RecordingHandler checked(RecordingHandler handler) {
    synchronized (opened) {
      handlers.add(handler);
    }
    return handler;
  }
}
