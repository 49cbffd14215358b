package kabar.testkit.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import kabar.api.SettingsException;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.Listener;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class TransportPromises {
  private static final int MANY = 1_000;

  private final Bench bench;

  TransportPromises(Bench bench) {
    this.bench = bench;
  }

  @Test
  @DisplayName("A listener accepts connections as soon as listen returns.")
  void servesAThousandConnectionsAtOnce() throws Exception {
    bench.serve(Reaction.echo());

    Callable<RecordingReceiver> connect = bench::connect;
    List<RecordingReceiver> clients;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      clients =
          threads.invokeAll(Collections.nCopies(MANY, connect)).stream()
              .map(Future::resultNow)
              .toList();
    }
    clients.forEach(client -> client.offer("hello\n"));

    assertThat(clients).allSatisfy(it -> assertThat(it.awaitTexts(1)).containsExactly("hello\n"));
    assertThat(bench.counter(Listener.OPEN)).isEqualTo(MANY);
  }

  @Test
  @DisplayName("A listener at a taken address fails to start, and the message names the address.")
  void refusesATakenAddress() throws IOException {
    bench.serve(Reaction.echo());
    var address = bench.listener().address();

    assertThatThrownBy(() -> listenAt(address))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(Bench.nameOf(address));
    bench.roundTrip();
  }

  @Test
  @DisplayName("A start that failed leaves nothing open.")
  void cleansUpAfterAFailedStart() throws IOException {
    bench.serve(Reaction.echo().and(Reaction.leave()));
    bench.roundTrip();
    var taken = bench.listener();
    long before = Resources.inUse();

    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> listenAt(taken.address())).isInstanceOf(IOException.class);
    }
    long after = Resources.inUse();
    taken.close();

    assertThat(after - before).isLessThan(100);
    assertThatThrownBy(() -> connectTo(taken.address())).isInstanceOf(IOException.class);
    assertThat(listenAt(taken.address()).address()).isEqualTo(taken.address());
  }

  @Test
  @DisplayName("A URL that the transport cannot serve is refused with what it expects.")
  void refusesForeignUrls() {
    var name = bench.provider().name();

    for (var text : List.of("no-such://localhost:1", name + ":nowhere")) {
      var uri = URI.create(text);
      assertThatThrownBy(() -> listenAt(uri))
          .isInstanceOf(SettingsException.class)
          .hasMessageContainingAll(text, name + "://");
      assertThatThrownBy(() -> connectTo(uri))
          .isInstanceOf(SettingsException.class)
          .hasMessageContainingAll(text, name + "://");
    }
  }

  @Test
  @DisplayName("A connect shows its connection to the handler before it returns.")
  void showsAConnectionBeforeItReturns() throws IOException {
    bench.serve(Reaction.none());
    var shown = new AtomicReference<Connection>();
    var handler = new RecordingHandler(shown::set, Reaction.none());

    var connection = bench.transport().connect(bench.listener().address(), handler);

    assertThat(shown).hasValue(connection);
  }

  @Test
  @DisplayName("A connect that reaches nobody fails, and the message names the address.")
  void failsWhenNobodyListens() throws IOException {
    bench.serve(Reaction.none());
    var address = bench.listener().address();
    bench.listener().close();

    assertThatThrownBy(() -> connectTo(address))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(Bench.nameOf(address));
  }

  @Test
  @DisplayName("Closing a transport ends its listeners and its connections.")
  void endsAllThatIsOpen() throws IOException {
    var servers = bench.serve(Reaction.none());
    var client = bench.connect();
    servers.next();
    var raw = bench.raw();
    var server = servers.next();

    bench.transport().close();

    assertThat(server.awaitClosed()).isEqualTo(CloseCause.STOPPED);
    client.awaitClosed();
    Bench.awaitEnd(raw);
    assertThatThrownBy(this::connectAgain).isInstanceOf(IOException.class);
    var address = bench.listener().address();
    var successor = bench.anotherTransport().listen(address, new RecordingHandler(Reaction.none()));
    assertThat(successor.address()).isEqualTo(address);
  }

  @Test
  @DisplayName("Closing a transport twice is harmless.")
  void closesTwice() throws IOException {
    bench.serve(Reaction.none());
    var client = bench.connect();

    bench.transport().close();
    bench.transport().close();

    client.awaitClosed();
  }

  private Listener listenAt(URI address) throws IOException {
    return bench.transport().listen(address, new RecordingHandler(Reaction.none()));
  }

  private void connectTo(URI address) throws IOException {
    bench.transport().connect(address, new RecordingHandler(Reaction.none()));
  }

  private void connectAgain() throws IOException {
    connectTo(bench.listener().address());
  }
}
