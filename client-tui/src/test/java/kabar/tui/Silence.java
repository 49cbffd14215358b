package kabar.tui;

import java.io.IOException;
import java.net.URI;
import kabar.api.Settings;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.Listener;
import kabar.api.transport.Transport;
import kabar.api.transport.TransportProvider;

/// A transport by which nobody answers.
///
/// @param name of its provider
public record Silence(String name) implements TransportProvider, Transport {
  @Override
  public Transport create(Settings settings) {
    return this;
  }

  @Override
  public Listener listen(URI uri, ConnectionHandler handler) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Connection connect(URI uri, ConnectionHandler handler) throws IOException {
    throw new IOException(uri + ": no answer");
  }

  @Override
  public void close() {}
}
