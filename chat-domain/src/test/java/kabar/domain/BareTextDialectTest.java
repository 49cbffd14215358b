package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.stream.Stream;
import kabar.testkit.transcript.Delivery;
import kabar.testkit.transcript.Transcript;
import kabar.testkit.transcript.TranscriptRunner;
import kabar.testkit.transcript.Wire;
import kabar.transport.udp.UdpTransportProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The text dialect in bare datagrams: whatever of it can be had there is the same as on a stream.
class BareTextDialectTest {

  static Stream<Transcript> transcripts() {
    return Transcript.all().filter(Transcript::fitsBareDatagrams);
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void answersAsTheTranscriptSays(Transcript transcript) throws IOException {
    var address = URI.create("udp://127.0.0.1:0");
    try (var server = DemoServer.start(new UdpTransportProvider(), address, transcript.dialect())) {
      new TranscriptRunner(() -> wire(server.address()), Delivery.whole()).run(transcript);
    }
  }

  @Test
  void leavesOutNothingButWhatGoesOutTogether(TestReporter reporter) {
    var all = Transcript.all().toList();
    var played = transcripts().toList();

    reporter.publishEntry("played", "%d of %d: %s".formatted(played.size(), all.size(), played));
    assertThat(all.stream().filter(it -> !played.contains(it)))
        .allMatch(it -> it.exchanges().stream().anyMatch(part -> part.replies().size() > 1))
        .hasSizeLessThan(all.size());
    assertThat(played).isNotEmpty();
  }

  private static Wire wire(URI server) throws IOException {
    var socket = new DatagramSocket();
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    return Wire.bareOver(socket);
  }
}
