package kabar.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kabar.api.ProviderException;
import kabar.api.Providers;
import kabar.api.transport.TransportProvider;
import kabar.client.OutboxEntry.Standing;
import kabar.protocol.Command;
import kabar.protocol.Reply;
import kabar.transport.tcp.TcpTransportProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Clients with threads of their own, on disk, over TCP, at the real server.
class RealServerTest {
  private static final Introduction INTRODUCTION = new Introduction("kabar-test 1", "en", "desk");
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Providers<TransportProvider> TRANSPORTS =
      Providers.of("transport", List.of(new TcpTransportProvider()));

  @TempDir private Path temp;

  private final TcpServer server = new TcpServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void twoUsersTalkOverARestartOfTheServer() throws Exception {
    var told = new LinkedBlockingQueue<News.Posted>();
    try (var messi = client("messi", news -> {});
        var henderson =
            client(
                "henderson",
                news -> {
                  if (news instanceof News.Posted posted) {
                    told.add(posted);
                  }
                })) {
      sent(messi.send("henderson", "one"));
      assertThat(next(told).note().text()).isEqualTo("one");

      server.restart();
      var outgoing = messi.send("henderson", "two");

      sent(outgoing);
      assertThat(next(told).note().text()).isEqualTo("two");
      assertThat(henderson.messages("messi").notes())
          .extracting(Reply.Note::text)
          .containsExactly("one", "two");
    }
    assertThat(told).isEmpty();
  }

  @Test
  void asksWithoutAClient() throws Exception {
    try (var link = Link.open(destination(server.address()), Timing.DEFAULT, _ -> {})) {
      var login =
          link.ask(new Command.Login("messi", TcpServer.PASSWORD, "")).toCompletableFuture();
      assertThat(login.get(60, TimeUnit.SECONDS)).isInstanceOf(Reply.LoggedIn.class);
      var people = link.ask(new Command.ListUsers(false, "", 10, "")).toCompletableFuture();
      assertThat(people.get(60, TimeUnit.SECONDS)).isInstanceOf(Reply.People.class);
    }
  }

  @Test
  void saysWhereNobodyAnswers() {
    var address = server.address();
    server.close();

    assertThatThrownBy(() -> Link.open(destination(address), Timing.DEFAULT, _ -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(String.valueOf(address.getPort()));
  }

  @Test
  void saysWhichTransportsThereAre() {
    assertThatThrownBy(
            () -> Link.open(destination(URI.create("carrier://pigeon")), Timing.DEFAULT, _ -> {}))
        .isInstanceOf(ProviderException.class)
        .hasMessage("transport: there is no 'carrier' (available: tcp)");
  }

  private ChatClient client(String user, java.util.function.Consumer<News> audience)
      throws Exception {
    var plan =
        new ClientPlan(destination(server.address()), temp.resolve(user), INTRODUCTION)
            .entering(new Entry.Login(user, TcpServer.PASSWORD));
    var online = new LinkedBlockingQueue<ConnectionState.Online>();
    var client =
        ChatClient.open(
            plan,
            news -> {
              if (news instanceof News.StateChanged(ConnectionState.Online state)) {
                online.add(state);
              }
              audience.accept(news);
            });
    client.start().toCompletableFuture().get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    client.connect();
    next(online);
    return client;
  }

  private static void sent(Outgoing outgoing) throws Exception {
    assertThat(outgoing.fate().toCompletableFuture().get(DEADLINE.toSeconds(), TimeUnit.SECONDS))
        .isInstanceOf(Standing.Sent.class);
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    var next = queue.poll(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing came");
    }
    return next;
  }

  private static Destination destination(URI uri) {
    return new Destination(uri, TRANSPORTS);
  }
}
