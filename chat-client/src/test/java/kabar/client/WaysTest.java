package kabar.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import kabar.api.Providers;
import kabar.api.Settings;
import kabar.api.SettingsException;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.Listener;
import kabar.api.transport.Receiver;
import kabar.api.transport.Transport;
import kabar.api.transport.TransportProvider;
import kabar.protocol.Command;
import kabar.protocol.Reply;
import kabar.transport.tcp.TcpTransportProvider;
import org.junit.jupiter.api.Test;

class WaysTest {
  private static final int LONGEST = 64 * 1024;

  @Test
  void asksTheRealServerOverTcp() throws Exception {
    try (var server = new TcpServer()) {
      server.start();
      var address = URI.create("udp" + server.address().toString().substring("tcp".length()));
      var providers = providers(new Failing("udp", new IOException("udp is silent")));
      var destination = new Destination(address, providers);

      try (var link = Link.open(destination, Timing.DEFAULT, _ -> {})) {
        var answer = link.ask(new Command.Hello("test", "en")).toCompletableFuture();
        assertThat(answer.get()).isInstanceOf(Reply.Greeted.class);
        assertThat(link.way()).isEqualTo(new Way("tcp", "udp"));
      }
    }
  }

  @Test
  void goesNoOtherWayWhereTheUrlItselfIsOfNoUse() {
    var wrong = new SettingsException("no port");
    var ways = ways(providers(new Failing("udp", wrong)));

    assertThatThrownBy(() -> ways.connect(_ -> Receiver.deaf())).isSameAs(wrong);
  }

  @Test
  void opensNothingAfterItWasClosed() {
    var ways = ways(providers(new Failing("udp", new IOException("udp is silent"))));
    ways.close();

    assertThatThrownBy(() -> ways.connect(_ -> Receiver.deaf()))
        .isInstanceOf(IOException.class)
        .hasMessage("udp is silent; closed");
  }

  @Test
  void goesNoOtherWayForWhoeverIsInterrupted() {
    var silent = new IOException("udp is silent");
    var ways = ways(providers(new Failing("udp", silent)));

    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> ways.connect(_ -> Receiver.deaf())).isSameAs(silent);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void knowsNoOtherWayForOtherTransports() {
    var silent = new IOException("silent");
    var destination =
        new Destination(
            URI.create("pigeon://loft"),
            Providers.of(
                "transport", List.of(new Failing("pigeon", silent), new TcpTransportProvider())));

    assertThatThrownBy(() -> Ways.to(destination, LONGEST).connect(_ -> Receiver.deaf()))
        .isSameAs(silent);
  }

  /// To where nobody is: port 1 is nobody's.
  private static Ways ways(Providers<TransportProvider> providers) {
    return Ways.to(new Destination(URI.create("udp://127.0.0.1:1"), providers), LONGEST);
  }

  private static Providers<TransportProvider> providers(TransportProvider udp) {
    return Providers.of("transport", List.of(udp, new TcpTransportProvider()));
  }

  /// A transport that reaches nobody.
  private record Failing(String name, Exception failure) implements TransportProvider, Transport {
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
      if (failure instanceof IOException silent) {
        throw silent;
      }
      throw (RuntimeException) failure;
    }

    @Override
    public void close() {}
  }
}
