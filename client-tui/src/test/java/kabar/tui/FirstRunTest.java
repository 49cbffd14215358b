package kabar.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import kabar.transport.tcp.TcpTransportProvider;
import kabar.tui.line.DemoServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first questions, at a real server. The chat that follows is in lines, and without any.
final class FirstRunTest {
  @TempDir private Path home;
  private DemoServer server;
  private Shell shell;

  @BeforeEach
  void begin() throws IOException {
    server = new DemoServer(new TcpTransportProvider(), "tcp://localhost:0", "chat");
    shell = new Shell(home);
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void theServerOfThisMachineIsOfferedAndAnInviteMakesAnAccount() {
    shell.run("config", "url", url()).done();
    var script =
        Script.of("", "", server.invite(), "ronaldo", "rahasia sekali", "rahasia sekali", "");

    var ended = shell.asking(script).run();

    assertThat(ended.done()).isEqualTo("Welcome, ronaldo: your account at %s is made.\n", url());
    assertThat(script.told())
        .contains(" 1  " + url(), " 2  another address")
        .contains("unseen New password: ", "unseen Again: ")
        .anyMatch(line -> line.contains("kabar join " + url() + " CODE"))
        .last()
        .asString()
        .startsWith("Enter opens the chat. F1 is help");
    assertThat(shell.run("online").done()).contains("ronaldo");
  }

  @Test
  void anotherAddressIsAskedForUntilAServerAnswers() {
    shell.run("config", "url", "tcp://localhost:1").done();
    var authority = "localhost:" + server.address().getPort();
    var script =
        Script.of(
            "7",
            "1",
            "",
            "nonsense nonsense",
            "localhost:1",
            authority,
            "2",
            "messi",
            "surabaya",
            "");

    shell.asking(script).run().done();

    assertThat(script.told())
        .contains("No server of Kabar answers at tcp://localhost:1.")
        .contains("Choose a number from 1 to 1.")
        .anyMatch(line -> line.contains("expected a URL such as"));
    assertThat(shell.run("online").done()).contains("messi");
  }

  @Test
  void whatIsRefusedIsSaidAndMayBeTriedAgain() {
    var script =
        Script.of(
            "2",
            "messi",
            "wrong",
            "wronger",
            "wrongest", //
            "1",
            "BAD-CODE",
            "",
            "one",
            "two",
            "rahasia sekali",
            "rahasia sekali", //
            "1",
            "",
            "",
            "rahasia sekali",
            "rahasia sekali", //
            "2",
            "",
            "wrong again",
            "surabaya",
            "");

    shell.asking(script).run("--server", url()).done();

    assertThat(script.told())
        .contains("kabar: the user name or the password is wrong")
        .contains("kabar: the two passwords differ (expected the same twice)")
        .contains("Code: [BAD-CODE] ", "User name: [messi] ")
        .filteredOn("unseen Password for messi: "::equals)
        .hasSize(5);
    assertThat(shell.run("online").done()).contains("messi");
  }

  @Test
  void theEndOfTheInputLeadsOutWithNothingDone() {
    var script = Script.of("1", server.invite(), "ronaldo", "rahasia sekali");

    var ended = shell.asking(script).run("--server", url());

    assertThat(ended.refused(ExitCode.NOT_LOGGED_IN)).contains("nobody is logged in");
    assertThat(home.resolve("state")).doesNotExist();
  }

  @Test
  void aServerThatIsNamedAndAwayIsSaid() {
    var ended = shell.asking(Script.of()).run("--server", "tcp://localhost:1");

    assertThat(ended.refused(ExitCode.UNREACHABLE)).contains("tcp://localhost:1");
  }

  @Test
  void whoIsLoggedInIsNotAsked() {
    shell.login(url(), "messi");

    assertThat(shell.asking(Script.of()).run().done()).isEmpty();
  }

  @Test
  void aDemoServerComesAndGoesWithTheClient() throws Exception {
    shell.run("config", "url", "tcp://localhost:1").done();
    var notes = home.resolve("notes");
    program(
        "echo $$ > %s; echo Listening at %s; echo Ready in 1 ms; exec sleep 600"
            .formatted(notes, url()));
    var script = Script.of("2", "");

    var ended = shell.packedIn(home.resolve("image")).asking(script).run();

    assertThat(ended.done()).isEqualTo("Logged in as messi at %s.\n", url());
    assertThat(script.told()).anyMatch(line -> line.contains("--server " + url()));
    assertThat(ProcessHandle.of(Long.parseLong(Files.readString(notes).strip()))).isEmpty();
    assertThat(home.resolve("state")).doesNotExist();
  }

  @Test
  void aDemoServerThatDoesNotStartSaysWhy() throws IOException {
    shell.run("config", "url", "tcp://localhost:1").done();
    program("echo no room; exit 1");

    var ended = shell.packedIn(home.resolve("image")).asking(Script.of("2")).run();

    assertThat(ended.refused(ExitCode.UNREACHABLE)).contains("did not start: no room");
  }

  private void program(String script) throws IOException {
    var bin = Files.createDirectories(home.resolve("image/bin"));
    var kabard = Files.writeString(bin.resolve("kabard"), "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(kabard, PosixFilePermissions.fromString("rwx------"));
  }

  private String url() {
    return server.address().toString();
  }
}
