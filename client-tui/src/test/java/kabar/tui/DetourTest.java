package kabar.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kabar.api.Providers;
import kabar.api.transport.Receiver;
import kabar.api.transport.TransportProvider;
import kabar.client.Destination;
import kabar.client.Ways;
import kabar.transport.tcp.TcpTransportProvider;
import kabar.tui.line.DemoServer;
import kabar.tui.program.MemoryDevice;
import kabar.tui.words.Language;
import kabar.tui.words.Sentences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said where a URL asks for UDP and only TCP is answered.
final class DetourTest {
  private static final String SAID = "kabar: over TCP: UDP gets no answer\n";

  @TempDir private Path home;
  private DemoServer server;
  private String url;
  private Shell messi;
  private Shell henderson;

  @BeforeEach
  void begin() throws IOException {
    server = new DemoServer(new TcpTransportProvider(), "tcp://localhost:0", "chat");
    url = "udp://localhost:" + server.address().getPort();
    messi = shell("messi");
    henderson = shell("henderson");
    messi.login(url, "messi");
    henderson.login(url, "henderson");
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void theProfileKeepsItsUrl() throws IOException {
    assertThat(Files.readString(home.resolve("messi/state/kabar/default/session"))).contains(url);
  }

  @Test
  void sendSaysSoOnceOnTheErrorOutput() {
    var ended = messi.run("send", "henderson", "hai");

    assertThat(ended.done()).isEqualTo("Sent to henderson.\n");
    assertThat(ended.err()).isEqualTo(SAID);
  }

  @Test
  void tailSaysSoOnceOnTheErrorOutputHoweverManyConnectionsItMakes() throws Exception {
    messi.run("send", "henderson", "satu").done();

    try (var tail = Typist.at(henderson, "tail", "--unread", "-n", "2", "--plain")) {
      tail.reads("satu\n");
      messi.run("send", "henderson", "dua").done();
      tail.reads("dua\n");

      assertThat(tail.ends().err()).isEqualTo(SAID);
    }
  }

  @Test
  void linesSaySoInTheLanguageOfTheUser() {
    var ended = henderson.runWith("/msg messi hai\n", "--locale", "id");

    ended.done();
    assertThat(ended.err()).isEqualTo("kabar: lewat TCP: UDP tidak dijawab\n");
    assertThat(messi.run("history", "henderson").done()).contains("hai");
  }

  @Test
  void theFullScreenSaysSoAsLongAsItLasts() throws Exception {
    var screen = new MemoryDevice();
    try (var kabar = Typist.at(henderson.seatedAt(screen))) {
      screen.awaits("over TCP: UDP gets no answer");
      screen.press("ctrl-d");
      kabar.ends().done();
    }
  }

  @Test
  void theLineClientSaysSoOnTheErrorOutput() throws IOException {
    var providers =
        Providers.<TransportProvider>of(
            "transport", List.of(new TcpTransportProvider(), new Silence("udp")));
    var err = new StringWriter();
    try (var ways = Ways.to(new Destination(URI.create(url), providers), 64 * 1024)) {
      var dial = new TellingDial(ways, new Sentences(Language.ENGLISH), new PrintWriter(err, true));

      dial.connect(_ -> Receiver.deaf()).close();
    }

    assertThat(err).hasToString(SAID);
  }

  @Test
  void theFirstQuestionsTakeAnAddressOfAnyTransport() {
    var port = server.address().getPort();
    var script = Script.of("1", "udp://localhost:" + port, "2", "messi", "surabaya", "");

    var third = shell("third");
    third.run("config", "url", "tcp://localhost:1").done();

    third.asking(script).run().done();

    assertThat(script.told()).anyMatch(line -> line.contains("kabar join " + url + " CODE"));
  }

  private Shell shell(String name) {
    return new Shell(home.resolve(name)).reachingBy(new Silence("udp"));
  }
}
