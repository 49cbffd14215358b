package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import kabar.api.transport.Listener;
import kabar.api.transport.TransportProvider;
import kabar.testkit.transcript.Delivery;
import kabar.testkit.transcript.Transcript;
import kabar.testkit.transcript.TranscriptRunner;
import kabar.testkit.transcript.Wire;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The text dialect is the same on every stream transport, however its bytes are cut. Each run
/// has a server of its own.
abstract class TextDialectContract {

  abstract TransportProvider provider();

  /// A URL for any free address.
  abstract URI anyAddress();

  abstract Wire connect(DemoServer server) throws IOException;

  static Stream<Transcript> transcripts() {
    return Transcript.all();
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void answersAsTheTranscriptSays(Transcript transcript) throws IOException {
    try (var server = start(transcript)) {
      runner(server, Delivery.whole()).run(transcript);
    }
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void answersRequestsThatComeInOneSegmentInTheirOrder(Transcript transcript) throws IOException {
    try (var server = start(transcript)) {
      runner(server, Delivery.whole()).run(transcript.joined());
    }
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void answersRequestsThatComeInTwoPiecesCutAnywhere(Transcript transcript) throws IOException {
    for (int cut = 0; cut <= transcript.longestRequest(); cut++) {
      try (var server = start(transcript);
          var other = connect(server)) {
        var between = new Between(server, other);

        runner(server, Delivery.split(cut, between)).run(transcript);
      } catch (IOException | AssertionError e) {
        throw new AssertionError("cut after %d bytes: %s".formatted(cut, e.getMessage()), e);
      }
    }
  }

  private DemoServer start(Transcript transcript) throws IOException {
    return DemoServer.start(provider(), anyAddress(), transcript.dialect());
  }

  private TranscriptRunner runner(DemoServer server, Delivery delivery) {
    return new TranscriptRunner(() -> connect(server), delivery);
  }

  /// Has another connection answered between the two parts of a request, until the server has seen
  /// the first one.
  private static final class Between implements Delivery.Between {
    private final DemoServer server;
    private final Wire other;
    private long partialBefore;

    Between(DemoServer server, Wire other) {
      this.server = server;
      this.other = other;
    }

    @Override
    public void firstPartSent(boolean insideLine) throws IOException {
      long end = System.nanoTime() + Wire.DEADLINE.toNanos();
      do {
        other.send("hello?\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(other.receive()).contains("**Protocol Tidak Benar");
        assertThat(System.nanoTime()).as("the first part came in time").isLessThan(end);
      } while (insideLine && partial() == partialBefore);
      partialBefore = partial();
    }

    private long partial() {
      return server.counter(Listener.PARTIAL);
    }
  }
}
