package kabar.tui.line;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import kabar.api.Settings;
import kabar.api.transport.Transport;
import kabar.api.transport.TransportProvider;
import kabar.testkit.loopback.LoopbackTransport;
import kabar.testkit.loopback.LoopbackTransportProvider;
import kabar.testkit.transcript.ClientTranscript;
import kabar.testkit.transcript.ClientTranscriptRunner;
import kabar.transport.tcp.TcpTransportProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What people see, word for word, over each transport.
final class LineTranscriptTest {

  @ParameterizedTest
  @MethodSource("transcripts")
  void isPrintedWordForWordOverTcp(ClientTranscript transcript) throws IOException {
    var provider = new TcpTransportProvider();
    try (var server = new DemoServer(provider, "tcp://localhost:0", transcript.dialect());
        var transport = provider.create(Settings.none())) {

      play(transcript, server, transport);
    }
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void isPrintedWordForWordOverTheLoopback(ClientTranscript transcript) throws IOException {
    var provider = new OneLoopback();
    try (var server = new DemoServer(provider, "loopback://localhost:0", transcript.dialect())) {

      play(transcript, server, provider.transport);
    }
  }

  static Stream<ClientTranscript> transcripts() {
    return ClientTranscript.all();
  }

  private static void play(ClientTranscript transcript, DemoServer server, Transport transport)
      throws IOException {
    var plan =
        new LineClient.Plan(
            LineDialect.parse(transcript.dialect()).orElseThrow(),
            transcript.isTraced(),
            Duration.ofSeconds(20));
    ClientTranscriptRunner.run(
        transcript, () -> new StreamTerminal(plan, transport, server.address()));
  }

  /// Both ends of a loopback have to go through one transport.
  private static final class OneLoopback implements TransportProvider {
    private final LoopbackTransport transport =
        new LoopbackTransportProvider().create(Settings.none());

    @Override
    public String name() {
      return "loopback";
    }

    @Override
    public Transport create(Settings settings) {
      return transport;
    }
  }
}
