package kabar.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import kabar.transport.tcp.TcpTransportProvider;
import kabar.tui.line.DemoServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sending and reading, at a real server.
final class MessageCommandsTest {
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
  void whatIsSentIsUnreadUntilItIsRead() {
    assertThat(messi.run("send", "henderson", "hai,", "apa kabar?").done())
        .isEqualTo("Sent to henderson.\n");

    assertThat(henderson.run("inbox").done().lines())
        .satisfiesExactly(
            heading -> assertThat(heading).matches("WITH +NAME +UNREAD +WHEN +LAST MESSAGE"),
            row ->
                assertThat(row)
                    .matches("messi +Lionel Messi +1 +1970-01-01 00:00 +messi: hai, apa kabar\\?"));
    assertThat(henderson.run("read", "messi").done()).startsWith("messi is read up to ");
    assertThat(henderson.run("inbox").done()).isEqualTo("Nothing unread.\n");
    assertThat(henderson.run("inbox", "--all").done().lines()).hasSize(2);
  }

  @Test
  void scriptsReadTheObjectsOfTheWire() {
    messi.run("send", "henderson", "satu").done();

    assertThat(henderson.run("inbox", "--json").done())
        .matches(
            "\\{\"with\":\"messi\",\"displayName\":\"Lionel Messi\",\"last\":\\{\"id\":\"[^\"]+\","
                + "\"from\":\"messi\",\"to\":\"henderson\",\"text\":\"satu\","
                + "\"at\":\"1970-01-01T00:00:00.000Z\"},\"unread\":1}\n");
    assertThat(henderson.run("read", "messi", "--json").done())
        .matches("\\{\"with\":\"messi\",\"upTo\":\"[^\"]+\"}\n");
    assertThat(henderson.run("history", "messi", "--json").done())
        .matches(
            "\\{\"id\":\"[^\"]+\",\"from\":\"messi\",\"to\":\"henderson\",\"text\":\"satu\","
                + "\"at\":\"1970-01-01T00:00:00.000Z\"}\n");
  }

  @Test
  void aSentMessageTellsScriptsItsIdAndKey() {
    assertThat(messi.run("send", "henderson", "satu", "--json").done())
        .matches(
            "\\{\"key\":\"[A-Za-z0-9_-]{1,64}\",\"to\":\"henderson\",\"state\":\"sent\","
                + "\"id\":\"[^\"]+\",\"at\":\"1970-01-01T00:00:00.000Z\"}\n");
  }

  @Test
  void aTextIsReadFromTheInputWithoutItsLastLineEnd() {
    messi.runWith("satu\ndua\n", "send", "henderson", "-").done();
    messi.runWith("tiga\n\n", "send", "henderson").done();

    assertThat(henderson.run("history", "messi").done())
        .isEqualTo(
            """
            1970-01-01 00:00 messi: satu
                dua
            1970-01-01 00:00 messi: tiga
               \s
            """);
  }

  @Test
  void aMessageWithoutATextIsRefused() {
    assertThat(messi.run("send", "henderson").refused(ExitCode.USAGE)).contains("there is no text");
    assertThat(messi.runWith("\n", "send", "henderson", "-").refused(ExitCode.USAGE))
        .contains("there is no text");
    assertThat(messi.run("outbox").done()).isEqualTo("The outbox is empty.\n");
  }

  @Test
  void aTextThatIsTooLongIsRefused() {
    var tooLongForTheServer = "x".repeat(17_000);
    var tooLongForTheWire = "x".repeat(70_000);

    assertThat(messi.run("send", "henderson", tooLongForTheServer).refused(ExitCode.REFUSED))
        .contains("the text is too long");
    assertThat(messi.run("send", "henderson", tooLongForTheWire).refused(ExitCode.USAGE))
        .contains("the text is longer than");
    assertThat(messi.runWith(tooLongForTheWire, "send", "henderson").refused(ExitCode.USAGE))
        .contains("the text is longer than");
    assertThat(messi.run("outbox").done()).isEqualTo("The outbox is empty.\n");
  }

  @Test
  void aMessageToNobodyIsRefused() {
    assertThat(messi.run("send", "zlatan", "hai").refused(ExitCode.REFUSED))
        .contains("nobody has this name");
    assertThat(messi.run("send", "Zlatan!", "hai").exitCode()).isEqualTo(1);
    assertThat(messi.run("outbox").done()).isEqualTo("The outbox is empty.\n");
  }

  @Test
  void aTextThatDidNotComeThroughWholeIsRefused() {
    assertThat(messi.run("send", "henderson", "caf\uFFFD\uFFFD").refused(ExitCode.USAGE))
        .contains("LC_ALL=C.UTF-8");
  }

  @Test
  void aMessageWaitsInTheOutboxForTheServer() throws IOException {
    var address = server.address();
    server.stop();

    assertThat(messi.run("send", "henderson", "satu").refused(ExitCode.KEPT))
        .startsWith("kabar: Not sent yet: the server cannot be reached.");
    assertThat(messi.run("send", "henderson", "dua", "--json").out())
        .matches("\\{\"key\":\"[^\"]+\",\"to\":\"henderson\",\"state\":\"waiting\"}\n");
    assertThat(messi.run("outbox").done().lines())
        .hasSize(3)
        .element(1)
        .asString()
        .endsWith("satu");

    server.restart(address);
    assertThat(messi.run("send", "henderson", "tiga", "--wait").done())
        .isEqualTo("Sent to henderson.\n");
    assertThat(henderson.run("history", "messi").done().lines())
        .as("in the order of writing")
        .extracting(line -> line.replaceFirst(".*: ", ""))
        .containsExactly("satu", "dua", "tiga");
    assertThat(messi.run("outbox").done()).isEqualTo("The outbox is empty.\n");
  }

  @Test
  void theOutboxIsSentOnDemand() throws IOException {
    var address = server.address();
    server.stop();
    messi.run("send", "henderson", "satu");

    assertThat(messi.run("outbox", "send").refused(ExitCode.KEPT)).contains("Not all is sent yet");
    server.restart(address);

    assertThat(messi.run("outbox", "send", "--wait=1m").done())
        .isEqualTo("Sent to henderson.\nNothing waits any more.\n");
  }

  @Test
  void aWaitingMessageCanBeDropped() {
    server.stop();
    messi.run("send", "henderson", "satu");
    var key = messi.run("outbox", "--json").done().replaceAll("^\\{\"key\":\"([^\"]+)\".*\n", "$1");

    assertThat(messi.run("outbox", "drop", key).done())
        .isEqualTo("The message %s is dropped.\n".formatted(key));
    assertThat(messi.run("outbox").done()).isEqualTo("The outbox is empty.\n");
    assertThat(messi.run("outbox", "drop", key).refused(ExitCode.USAGE))
        .contains("there is no message '%s' in the outbox".formatted(key));
  }

  @Test
  void historyIsPaged() {
    for (int i = 1; i <= 5; i++) {
      messi.run("send", "henderson", "pesan " + i).done();
    }

    var newest = henderson.run("history", "messi", "-n", "2", "--json").done();
    var id = newest.replaceAll("(?s)^\\{\"id\":\"([^\"]+)\".*", "$1");

    assertThat(newest.lines()).hasSize(2).first().asString().contains("pesan 4");
    assertThat(henderson.run("history", "messi", "-n", "2", "--before", id).done().lines())
        .extracting(line -> line.replaceFirst(".*: ", ""))
        .containsExactly("pesan 2", "pesan 3");
    assertThat(henderson.run("history", "zlatan").exitCode()).isEqualTo(1);
    assertThat(henderson.run("history", "lineker").done())
        .isEqualTo("There are no messages with lineker.\n");
  }

  @Test
  void usersAreListedByName() {
    assertThat(messi.run("users", "--json").done().lines())
        .extracting(line -> line.replaceAll("^\\{\"user\":\"([^\"]+)\".*", "$1"))
        .containsExactly("henderson", "lineker", "messi");
    assertThat(messi.run("users", "lin").done().lines())
        .satisfiesExactly(
            heading -> assertThat(heading).matches("USER +NAME +COUNTRY +PRESENCE +SINCE"),
            row -> assertThat(row).matches("lineker +Gary Lineker +Inggris +offline +\\S+ \\S+"));
    assertThat(messi.run("online", "--json").done()).contains("\"user\":\"messi\"");
  }

  @Test
  void textsAreInTheLanguageOfTheUser() {
    assertThat(messi.run("send", "henderson", "hai", "--locale", "id").done())
        .isEqualTo("Terkirim ke henderson.\n");
    assertThat(messi.with("LC_ALL", "id_ID.UTF-8").run("inbox").done())
        .isEqualTo("Tidak ada yang belum dibaca.\n");
    assertThat(messi.run("inbox", "--all").done()).startsWith("DENGAN ");
    assertThat(messi.run("config", "locale", "en").done()).startsWith("Ditulis ke ");
    assertThat(messi.run("inbox").done()).isEqualTo("Nothing unread.\n");
    assertThat(messi.run("inbox", "--locale", "fr").refused(ExitCode.USAGE))
        .contains("--locale: cannot use 'fr' (expected en or id)");
  }

  @Test
  void whoeverReadsNoMoreEndsItQuietly() {
    messi.run("send", "henderson", "hai").done();

    var ended = henderson.runInto(new BrokenPipe(), "", "history", "messi");

    assertThat(ended).isEqualTo(new Shell.Ended(ExitCode.PIPE_CLOSED.number(), "", ""));
  }

  private static final class BrokenPipe extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("Broken pipe");
    }
  }
}
