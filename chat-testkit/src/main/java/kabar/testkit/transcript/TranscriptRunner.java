package kabar.testkit.transcript;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// Plays transcripts: sends their requests and compares the replies, exactly.
public final class TranscriptRunner {
  private final Wires wires;
  private final Delivery delivery;

  /// Opens connections to the server.
  @FunctionalInterface
  public interface Wires {

    /// A new connection.
    Wire open() throws IOException;
  }

  /// @param wires called for each connection of a transcript when it is first used
  /// @param delivery how the requests go out
  public TranscriptRunner(Wires wires, Delivery delivery) {
    this.wires = wires;
    this.delivery = delivery;
  }

  /// Plays a transcript on connections of its own, which are closed afterwards.
  ///
  /// @throws AssertionError naming the line whose reply was another one or did not come
  /// @throws IOException if a connection cannot be opened, used or closed
  public void run(Transcript transcript) throws IOException {
    var opened = new TreeMap<Integer, Wire>();
    var tokens = new Tokens();
    try {
      for (var exchange : transcript.exchanges()) {
        play(exchange, wire(opened, exchange.connection()), tokens);
      }
    } finally {
      for (var wire : opened.values()) {
        wire.close();
      }
    }
  }

  private Wire wire(Map<Integer, Wire> opened, int number) throws IOException {
    var known = opened.get(number);
    if (known != null) {
      return known;
    }
    var wire = wires.open();
    opened.put(number, wire);
    return wire;
  }

  private void play(Exchange exchange, Wire wire, Tokens tokens) throws IOException {
    var request = tokens.fill(exchange.request());
    delivery.send(wire, request.getBytes(StandardCharsets.ISO_8859_1));
    for (var expected : exchange.replies()) {
      compare(expected, receive(wire, expected, tokens), tokens);
    }
  }

  private static String receive(Wire wire, Line expected, Tokens tokens) {
    try {
      return wire.receive();
    } catch (IOException e) {
      throw new AssertionError(
          "%s: expected a reply and found none: %s%nexpected: %s"
              .formatted(expected.place(), e.getMessage(), tokens.known(expected.text())),
          e);
    }
  }

  private static void compare(Line expected, String found, Tokens tokens) {
    if (!tokens.accept(expected.text(), found)) {
      throw new AssertionError(
          "%s: another reply than expected%nexpected: %s%n   found: %s"
              .formatted(expected.place(), tokens.known(expected.text()), found));
    }
  }
}
