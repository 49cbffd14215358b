package kabar.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import kabar.transport.tcp.TcpTransportProvider;
import kabar.tui.line.DemoServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The chat in lines, at a real server.
final class PlainChatTest {
  @TempDir private Path home;
  private DemoServer server;
  private Shell messi;
  private Shell henderson;

  @BeforeEach
  void begin() throws IOException {
    server = new DemoServer(new TcpTransportProvider(), "tcp://localhost:0", "chat");
    messi = new Shell(home.resolve("messi"));
    henderson = new Shell(home.resolve("henderson"));
    messi.login(server.address().toString(), "messi");
    henderson.login(server.address().toString(), "henderson");
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void aPipeIsAnsweredInLinesAndNothingElse() {
    messi.run("send", "henderson", "hai").done();
    messi.run("send", "henderson", "bagus 👍🏽 ✅\nsekali").done();

    var ended =
        henderson.runWith("/inbox\n/msg messi\n/read\n/who h\n/outbox\n/away makan\n/who h\n");

    assertThat(ended.done())
        .isEqualTo(
            """
            messi: 2 unread. 1970-01-01 00:00 messi: bagus 👍🏽 ✅ sekali
            [00:00] messi: hai
            [00:00] messi: bagus :thumbs-up: :check: sekali
            henderson: online
            The outbox is empty.
            Done.
            henderson: away, makan
            """);
    assertThat(ended.err()).isEmpty();
    assertThat(henderson.run("inbox").done()).isEqualTo("Nothing unread.\n");
  }

  @Test
  void whatIsPipedInIsSentBeforeItEnds() {
    henderson.runWith("/msg @messi satu\n//dua\n").done();

    assertThat(messi.run("history", "henderson").done())
        .isEqualTo("1970-01-01 00:00 henderson: satu\n1970-01-01 00:00 henderson: /dua\n");
  }

  @Test
  void whatCannotBeDoneIsSaidInOneLine() {
    var ended = henderson.runWith("hai\n/read\n/dance\n/msg\n/read x\n/drop 1\n/retry\n\n/help\n");

    assertThat(ended.err())
        .isEqualTo(
            """
            kabar: no conversation is open (expected one: /msg NAME)
            kabar: no conversation is open (expected one: /msg NAME)
            kabar: There is no command /dance. /help shows what there is; // sends a text that begins with /.
            kabar: /msg: something is missing or no number (see /help)
            kabar: /read: something is missing or no number (see /help)
            kabar: there is no message 1 that this can be done with (expected a number of /outbox)
            kabar: /retry: something is missing or no number (see /help)
            """);
    assertThat(ended.done()).hasLineCount(9).contains("/quit: leave");
  }

  @Test
  void whatTheServerRefusesCanBeDropped() throws Exception {
    try (var typist = Typist.at(henderson.seated(), "--plain")) {
      typist.types("/msg nobody hai").reads("nobody has this name");
      typist.types("/outbox").reads("1. nobody, refused: nobody has this name: hai\n");
      typist.types("/drop 1").reads("dropped");
      typist.types("/outbox").reads("The outbox is empty.\n");
      typist.leaves().done();
    }
  }

  @Test
  void aLineNeverStandsBehindAPromptAndNothingIsRewritten() throws Exception {
    try (var typist = Typist.at(henderson.seated(), "--plain")) {
      typist.types("/msg messi").reads("messi> ");
      messi.run("send", "henderson", "satu").done();
      assertThat(typist.reads("satu\n")).isEqualTo("\n[00:00] messi: satu\n");
      messi.run("send", "henderson", "dua").done();
      assertThat(typist.reads("dua\n")).isEqualTo("\u0007[00:00] messi: dua\n");
      typist.types("");
      assertThat(typist.reads("messi> ")).isEqualTo("\u0007messi> ");
      typist.types("/quit");
      typist.ends().done();
    }
    assertThat(henderson.run("inbox").done()).isEqualTo("Nothing unread.\n");
  }

  @Test
  void whoTypesQuietlyHearsTheBellOnlyUntilEnter() throws Exception {
    try (var typist = Typist.at(henderson.seated(), "--plain", "--quiet")) {
      typist.types("/msg messi").reads("messi> ");
      messi.run("send", "henderson", "satu").done();
      assertThat(typist.reads("\u0007")).isEqualTo("\u0007");
      typist.types("");
      assertThat(typist.reads("messi> ")).isEqualTo("[00:00] messi: satu\nmessi> ");
      typist.leaves().done();
    }
    assertThat(henderson.run("inbox").done()).contains("satu");
  }

  @Test
  void theBellCanBeSwitchedOff() throws Exception {
    henderson.run("config", "bell", "off").done();
    try (var typist = Typist.at(henderson.seated(), "--plain")) {
      typist.reads("> ");
      messi.run("send", "henderson", "satu").done();
      assertThat(typist.reads("satu\n")).isEqualTo("\n[00:00] messi: satu\n");
      typist.leaves().done();
    }
  }

  @Test
  void aLostConnectionIsToldOnceWithWhatIsSaved() throws Exception {
    var address = server.address();
    try (var typist = Typist.at(henderson.seated(), "--plain")) {
      typist.types("/msg messi").reads("messi> ");
      server.stop();
      typist.reads("kabar: ");
      typist.types("satu").types("/inbox").reads("not possible while the server is away");
      server.restart(address);
      assertThat(typist.reads("online again\n"))
          .doesNotContain("retry")
          .doesNotContain("stops")
          .doesNotContain("lost");
      typist.leaves().done();
    }
    assertThat(messi.run("history", "henderson").done()).contains("satu");
  }

  @Test
  void whatIsNotSentIsKeptAndSaidAtTheEnd() {
    server.stop();

    var ended = henderson.runWith("/msg messi satu\n/msg messi dua\n", "--locale", "id");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.KEPT.number());
    assertThat(ended.err())
        .isEqualTo(
            """
            kabar: server tidak dapat dicapai
            kabar: Belum semua terkirim: 2. Sisanya tetap di kotak keluar.
            """);
  }

  @Test
  void anEndedSessionEndsItWhereNobodyCanBeAsked() throws Exception {
    try (var typist = Typist.at(henderson.seated(), "--plain")) {
      typist.reads("> ");
      endSessions();

      assertThat(typist.ends().refused(ExitCode.NOT_LOGGED_IN)).contains("the session has ended");
    }
  }

  @Test
  void anEndedSessionIsRenewedWithThePassword() throws Exception {
    var script = Script.of("wrong", "", "surabaya");
    try (var typist = Typist.at(henderson.asking(script).seated(), "--plain")) {
      typist.reads("> ");
      endSessions();
      typist.reads("Logged in as henderson");
      typist.reads("> ");
      typist.leaves().done();
    }
    assertThat(script.told())
        .containsExactly(
            "The session of henderson at %s has ended. Log in again.".formatted(server.address()),
            "unseen Password for henderson: ",
            "kabar: the user name or the password is wrong",
            "unseen Password for henderson: ",
            "unseen Password for henderson: ");
  }

  private void endSessions() {
    var second = new Shell(home.resolve("second"));
    second.login(server.address().toString(), "henderson");
    second.run("logout", "--all").done();
  }
}
