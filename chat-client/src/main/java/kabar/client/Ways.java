package kabar.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import kabar.api.ProviderException;
import kabar.api.SettingsException;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.Transport;
import org.jspecify.annotations.Nullable;

/// The ways to one server: the one that its URL names, and for some transports another one where
/// that gets no answer, at the same host and port. Thread-safe.
///
/// Whoever found the named way without an answer, and the other with one, takes the other first for
/// ten minutes, so that coming back does not wait in vain each time.
public final class Ways implements AutoCloseable {
  /// Networks that let no datagrams through are common, and a server listens to both at one port.
  private static final Map<String, String> OTHERWISE = Map.of("udp", "tcp");

  private static final Duration DETOUR = Duration.ofMinutes(10);

  private final Destination destination;
  private final int maxAnswerBytes;
  private final LongSupplier nanos;
  private final Transport named;
  private final Optional<URI> otherUri;
  private @Nullable Transport other; // guarded by this
  private boolean isOnDetour; // guarded by this
  private boolean isClosed; // guarded by this
  private long detourSince; // guarded by this

  private Ways(Destination destination, int maxAnswerBytes, LongSupplier nanos) {
    this.destination = destination;
    this.maxAnswerBytes = maxAnswerBytes;
    this.nanos = nanos;
    this.named = destination.transport(destination.uri(), maxAnswerBytes);
    this.otherUri = otherwise(destination);
  }

  /// The ways to a server; opens nothing.
  ///
  /// @param maxAnswerBytes the longest payload that is taken from it
  /// @throws ProviderException if there is no transport for the URL; the message lists what there
  /// is
  public static Ways to(Destination destination, int maxAnswerBytes) {
    return to(destination, maxAnswerBytes, System::nanoTime);
  }

  /// The same by another clock.
  static Ways to(Destination destination, int maxAnswerBytes, LongSupplier nanos) {
    return new Ways(destination, maxAnswerBytes, nanos);
  }

  /// Connects by the first way that gets an answer. Blocks as long as the transports try.
  ///
  /// @throws IOException if nobody answers on any of them; the message tells of each
  /// @throws SettingsException if the transport cannot use the URL
  public Connection connect(ConnectionHandler handler) throws IOException {
    if (otherUri.isEmpty()) {
      return straight(handler);
    }
    return isDetourFirst()
        ? detourFirst(otherUri.get(), handler)
        : straightFirst(otherUri.get(), handler);
  }

  /// The way of a connection that was opened here.
  public Way of(Connection connection) {
    var transport = connection.peer().transport();
    var asked = destination.scheme();
    return transport.equals(asked) ? Way.straight(asked) : new Way(transport, asked);
  }

  /// Ends the transports and their connections. Closing twice is harmless.
  @Override
  public void close() {
    named.close();
    var opened = lastOther();
    if (opened != null) {
      opened.close();
    }
  }

  private Connection straightFirst(URI detour, ConnectionHandler handler) throws IOException {
    try {
      return straight(handler);
    } catch (IOException first) {
      if (Thread.currentThread().isInterrupted()) {
        throw first;
      }
      try {
        var connection = other(detour).connect(detour, handler);
        remember();
        return connection;
      } catch (IOException | SettingsException | ProviderException second) {
        throw none(first, second);
      }
    }
  }

  private Connection detourFirst(URI detour, ConnectionHandler handler) throws IOException {
    try {
      return other(detour).connect(detour, handler);
    } catch (IOException first) {
      forget();
      if (Thread.currentThread().isInterrupted()) {
        throw first;
      }
      try {
        return straight(handler);
      } catch (IOException second) {
        throw none(second, first);
      }
    }
  }

  private Connection straight(ConnectionHandler handler) throws IOException {
    return named.connect(destination.uri(), handler);
  }

  private synchronized Transport other(URI uri) throws IOException {
    if (isClosed) {
      throw new IOException("closed");
    }
    var made = other == null ? destination.transport(uri, maxAnswerBytes) : other;
    other = made;
    return made;
  }

  private synchronized @Nullable Transport lastOther() {
    isClosed = true;
    return other;
  }

  private synchronized boolean isDetourFirst() {
    return isOnDetour && nanos.getAsLong() - detourSince < DETOUR.toNanos();
  }

  private synchronized void remember() {
    isOnDetour = true;
    detourSince = nanos.getAsLong();
  }

  private synchronized void forget() {
    isOnDetour = false;
  }

  private static Optional<URI> otherwise(Destination destination) {
    var asked = destination.scheme();
    return Optional.ofNullable(OTHERWISE.get(asked))
        .filter(destination.transports().names()::contains)
        .map(name -> URI.create(name + destination.uri().toString().substring(asked.length())));
  }

  /// The failure of the way that was asked for, and what became of the other.
  private static IOException none(IOException named, Exception other) {
    var failure =
        Objects.equals(named.getMessage(), other.getMessage())
            ? named
            : new IOException("%s; %s".formatted(named.getMessage(), other.getMessage()), named);
    failure.addSuppressed(other);
    return failure;
  }
}
