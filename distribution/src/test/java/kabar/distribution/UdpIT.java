package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kabar.testkit.network.Fault;
import kabar.testkit.network.Faults;
import kabar.testkit.network.UdpProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packed programs over UDP, and with nothing but `nc`.
final class UdpIT {
  private static final String OVER_TCP = "kabar: over TCP: UDP gets no answer\n";
  private static final int LOSS_PERCENT = 20;
  private static final int MOST_ROUNDS = 10;
  private static final Pattern TEXT = Pattern.compile("\"text\":\"([^\"]*)\"");

  @TempDir Path temporary;

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void end() throws Exception {
    for (var one : open.reversed()) {
      one.close();
    }
  }

  @Test
  void netcatGetsATokenThatIsGoodForItsAddress() throws Exception {
    Programs.requireNetcat();
    int port = udp(server()).getPort();

    var messi = TextClient.token(Netcat.askInDatagram(port, "auth messi surabaya"));
    var henderson = TextClient.token(Netcat.askInDatagram(port, "auth henderson surabaya"));

    assertThat(Netcat.askInDatagram(port, "send " + messi + " henderson hey"))
        .isEqualTo(Replies.SENT);
    assertThat(Netcat.askInDatagram(port, "inbox " + henderson)).contains("\"msg\": \" hey \\r\\n");
    assertThat(Netcat.askInDatagram(port, "users x")).isEqualTo(Replies.NO_SESSION);
  }

  @Test
  void allCommandsTalkOverIt() throws Exception {
    var server = server();
    var url = udp(server).toString();
    var messi = person("messi", url);
    var henderson = person("henderson", url);
    var tail = later(henderson.start("tail", "--unread", "--plain", "-n", "2"));

    assertThat(messi.done("send", "henderson", "apa kabar?")).isEqualTo("Sent to henderson.\n");
    tail.out().await("messi: apa kabar?\n");
    assertThat(henderson.done("inbox")).contains("messi");
    assertThat(messi.done("history", "henderson")).contains("apa kabar?");
    assertThat(messi.done("ping", url, "-c", "3", "-i", "0.05"))
        .contains("3 asked, 3 answered, 0 % lost");
    var line =
        messi.giveWithInput("auth messi surabaya\nsend henderson baik\nlogout\n", "line", url);
    assertThat(Operator.done(line)).contains("message sent to henderson\n");
    ServerLogs.noteSecrets(line.output());

    assertThat(tail.awaitEnd(0)).contains("messi: baik\n");
    assertThat(tail.errors()).isEmpty();
    assertThat(connections(server, "tcp")).isZero();
  }

  @Test
  void theMetricsCountIt() throws Exception {
    Programs.requireNetcat();
    var server = server();
    Netcat.askInDatagram(udp(server).getPort(), "users x");
    person("messi", udp(server).toString());

    assertThat(count(server, "kabar_transport_requests_bare")).isPositive();
    assertThat(count(server, "kabar_transport_datagrams_in")).isGreaterThan(3);
    assertThat(count(server, "kabar_transport_datagrams_out")).isGreaterThan(3);
    assertThat(count(server, "kabar_transport_datagrams_unreadable")).isZero();
    assertThat(connections(server, "udp")).isPositive();
  }

  @Test
  void aKilledServerIsFoundAgain() throws Exception {
    var first = server();
    var wire = later(UdpProxy.before(address(udp(first)), 1));
    var messi = person("messi", wire.address().toString());
    var henderson = person("henderson", wire.address().toString());
    var tail = later(henderson.start("tail", "--unread", "--plain", "-n", "2"));
    messi.done("send", "--wait=60s", "henderson", "before");
    tail.out().await("messi: before\n");

    first.kill();
    first.close();
    wire.leadTo(address(udp(server())));
    messi.done("send", "--wait=60s", "henderson", "after");

    assertThat(tail.awaitEnd(0)).contains("messi: before\n").endsWith("messi: after\n");
  }

  @Test
  void whereOnlyTcpIsAnsweredThatIsTakenAndSaid() throws Exception {
    var server = later(PackedServer.demo(temporary.resolve("data")));
    var url = "udp://127.0.0.1:" + server.port();
    var messi = person("messi", url);

    try (var send = messi.start("send", "messi", "hai")) {
      assertThat(send.awaitEnd(0)).isEqualTo("Sent to messi.\n");
      assertThat(send.errors()).isEqualTo(OVER_TCP);
    }
  }

  @Test
  void twoPeopleTalkWhereOneOfFiveDatagramsIsLost() throws Exception {
    var wire = later(UdpProxy.before(address(udp(server())), 20));
    var messi = person("messi", wire.address().toString());
    var henderson = person("henderson", wire.address().toString());
    wire.become(Faults.loss(LOSS_PERCENT / 100.0));
    var said = new ArrayList<String>();

    for (int round = 0; round == 0 || (isLossless(wire) && round < MOST_ROUNDS); round++) {
      said.add("messi says " + round);
      messi.done("send", "--wait=60s", "henderson", said.getLast());
      said.add("henderson says " + round);
      henderson.done("send", "--wait=60s", "messi", said.getLast());
    }

    assertThat(isLossless(wire)).isFalse();
    assertThat(texts(messi, "henderson")).isEqualTo(said);
    assertThat(texts(henderson, "messi")).isEqualTo(said);
  }

  private PackedServer server() throws Exception {
    return later(
        PackedServer.demo(
            temporary.resolve("data"),
            "--listen",
            "tcp://127.0.0.1:0",
            "--listen",
            "udp://127.0.0.1:0",
            "--metrics",
            "127.0.0.1:0"));
  }

  private PackedShell person(String user, String url) throws Exception {
    var shell = new PackedShell(temporary.resolve(user));
    shell.login(url, user, "surabaya");
    return shell;
  }

  private <T extends AutoCloseable> T later(T resource) {
    open.add(resource);
    return resource;
  }

  private static URI udp(PackedServer server) {
    return server.addresses().getLast();
  }

  private static InetSocketAddress address(URI uri) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), uri.getPort());
  }

  private static boolean isLossless(UdpProxy wire) {
    return wire.toServer().count(Fault.LOSS) == 0 || wire.toClients().count(Fault.LOSS) == 0;
  }

  private static List<String> texts(PackedShell shell, String with) throws Exception {
    var page = shell.done("history", with, "--json", "-n", "200");
    return TEXT.matcher(page).results().map(it -> it.group(1)).toList();
  }

  private static double connections(PackedServer server, String transport) throws Exception {
    return value(server, "kabar_transport_connections_accepted", transport);
  }

  private static double count(PackedServer server, String name) throws Exception {
    return value(server, name, "udp");
  }

  private static double value(PackedServer server, String name, String transport) throws Exception {
    var request =
        HttpRequest.newBuilder(server.metricsUrl().resolve("/metrics"))
            .timeout(Duration.ofSeconds(20))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var page = http.send(request, BodyHandlers.ofString()).body();
      var prefix = "%s{transport=\"%s\"} ".formatted(name, transport);
      return page.lines()
          .filter(line -> line.startsWith(prefix))
          .mapToDouble(line -> Double.parseDouble(line.substring(prefix.length())))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + prefix + "in:\n" + page));
    }
  }
}
