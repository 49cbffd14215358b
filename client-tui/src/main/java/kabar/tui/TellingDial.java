package kabar.tui;

import java.io.IOException;
import java.io.PrintWriter;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.client.Ways;
import kabar.tui.line.LineClient;
import kabar.tui.words.Sentences;

/// Connects by the first way that gets an answer, and says so if that is a detour.
///
/// @param err where it is said
record TellingDial(Ways ways, Sentences sentences, PrintWriter err) implements LineClient.Dial {
  @Override
  public Connection connect(ConnectionHandler handler) throws IOException {
    var connection = ways.connect(handler);
    var way = ways.of(connection);
    if (way.isDetour()) {
      err.println("kabar: " + sentences.detour(way));
      err.flush();
    }
    return connection;
  }
}
