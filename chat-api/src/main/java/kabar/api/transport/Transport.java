package kabar.api.transport;

import java.io.IOException;
import java.net.URI;

/// Both ends of one kind of wire. Thread-safe.
public interface Transport extends AutoCloseable {

  /// Begins to accept connections at a URL. Every connection is shown to the handler first.
  ///
  /// - A listener accepts connections as soon as `listen` returns.
  /// - A listener at a taken address fails to start, and the message names the address.
  /// - A start that failed leaves nothing open.
  /// - A URL that the transport cannot serve is refused with what it expects.
  ///
  /// @param uri scheme, host and port, as `tcp://localhost:8889`, port 0 meaning any free one; or
  ///     whatever else the transport is addressed by, after `scheme://`
  /// @throws IOException if the address cannot be had
  /// @throws kabar.api.SettingsException if the URL is not one of this transport
  Listener listen(URI uri, ConnectionHandler handler) throws IOException;

  /// Opens a connection to a listener; blocks until it stands.
  ///
  /// - A connect shows its connection to the handler before it returns.
  /// - A connect that reaches nobody fails, and the message names the address.
  ///
  /// @throws IOException if nobody answers there
  /// @throws kabar.api.SettingsException if the URL is not one of this transport
  Connection connect(URI uri, ConnectionHandler handler) throws IOException;

  /// Ends all listeners and connections and the transport's threads. Not to be called on one of
  /// them.
  ///
  /// - Closing a transport ends its listeners and its connections.
  /// - Closing a transport twice is harmless.
  @Override
  void close();
}
