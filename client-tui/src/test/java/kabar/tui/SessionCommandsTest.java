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

/// Logging in and out, accounts, sessions and passwords, at a real server.
final class SessionCommandsTest {
  @TempDir private Path home;
  private DemoServer server;
  private Shell shell;
  private String url;

  @BeforeEach
  void begin() throws IOException {
    server = new DemoServer(new TcpTransportProvider(), "tcp://localhost:0", "chat");
    url = server.address().toString();
    shell = new Shell(home);
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void aLoginIsKeptInAFileThatNobodyElseCanRead() throws IOException {
    var ended = shell.runWith("surabaya\n", "login", url, "messi", "--password-stdin");

    assertThat(ended.done()).isEqualTo("Logged in as messi at %s.\n".formatted(url));
    assertThat(permissions(home.resolve("state/kabar/default"))).isEqualTo("rwx------");
    assertThat(permissions(home.resolve("state/kabar/default/session"))).isEqualTo("rw-------");
  }

  @Test
  void aLoginTellsScriptsWhoAndWhere() {
    var ended = shell.runWith("surabaya\n", "login", url, "messi", "--password-stdin", "--json");

    assertThat(ended.done())
        .isEqualTo("{\"user\":\"messi\",\"url\":\"%s\",\"profile\":\"default\"}\n".formatted(url));
  }

  @Test
  void aWrongPasswordIsRefused() {
    var ended = shell.runWith("salah\n", "login", url, "messi", "--password-stdin");

    assertThat(ended.refused(ExitCode.REFUSED)).contains("the user name or the password is wrong");
    assertThat(home.resolve("state/kabar/default/session")).doesNotExist();
  }

  @Test
  void nobodyIsAskedWhereThereIsNoTerminal() {
    assertThat(shell.run("login", url, "messi").refused(ExitCode.USAGE))
        .contains("there is no password (expected a terminal to ask at, or --password-stdin");
    assertThat(shell.run("login", url).refused(ExitCode.USAGE)).contains("there is no user name");
    assertThat(shell.run("login", url, "messi", "--password-stdin").refused(ExitCode.USAGE))
        .contains("there is no password");
  }

  @Test
  void theNextLoginGoesWhereTheLastOneWent() {
    shell.login(url, "messi");

    assertThat(shell.runWith("surabaya\n", "login", "--password-stdin").done())
        .isEqualTo("Logged in as messi at %s.\n".formatted(url));
    assertThat(shell.run("sessions", "--json").done().lines())
        .as("the one before has ended")
        .hasSize(1);
  }

  @Test
  void aLogoutEndsTheSession() {
    shell.login(url, "messi");
    var other = new Shell(home).with("KABAR_PROFILE", "other");
    other.login(url, "messi");

    assertThat(shell.run("logout").done()).isEqualTo("Logged out.\n");
    assertThat(shell.run("inbox").refused(ExitCode.NOT_LOGGED_IN))
        .contains("nobody is logged in with the profile 'default'");
    assertThat(other.run("sessions", "--json").done().lines()).hasSize(1);
  }

  @Test
  void aLogoutCanEndAllSessions() {
    shell.login(url, "messi");
    var other = new Shell(home).with("KABAR_PROFILE", "other");
    other.login(url, "messi");

    assertThat(shell.run("logout", "--all").done()).isEqualTo("Logged out on all devices.\n");
    assertThat(other.run("inbox").refused(ExitCode.NOT_LOGGED_IN))
        .contains("the session has ended");
    assertThat(other.run("logout").done())
        .isEqualTo("The session had ended already; it is forgotten here.\n");
  }

  @Test
  void aSessionCanBeForgottenWithoutTheServer() {
    shell.login(url, "messi");
    server.stop();

    assertThat(shell.run("logout").refused(ExitCode.UNREACHABLE)).contains(url);
    assertThat(shell.run("logout", "--local").done()).startsWith("The session is forgotten here.");
  }

  @Test
  void anInviteMakesAnAccount() {
    var code = server.invite();

    var ended =
        shell.runWith("barcelona10\n", "join", url, code, "--user", "xavi", "--password-stdin");

    assertThat(ended.done())
        .isEqualTo("Welcome, xavi: your account at %s is made.\n".formatted(url));
    assertThat(shell.run("users", "xa", "--json").done())
        .startsWith("{\"user\":\"xavi\",\"displayName\":\"xavi\",\"presence\":\"o");
    assertThat(
            shell
                .runWith(
                    "barcelona10\n", "join", url, code, "--user", "iniesta", "--password-stdin")
                .refused(ExitCode.REFUSED))
        .contains("it is not allowed");
  }

  @Test
  void aRegistrationWithoutAnInviteIsRefused() {
    var ended = shell.runWith("barcelona10\n", "register", url, "xavi", "--password-stdin");

    assertThat(ended.refused(ExitCode.REFUSED)).contains("it is not allowed");
  }

  @Test
  void aPasswordIsChanged() {
    shell.login(url, "messi");

    assertThat(shell.runWith("salah\nbarcelona10\n", "passwd", "--password-stdin").exitCode())
        .isEqualTo(ExitCode.REFUSED.number());
    assertThat(shell.runWith("surabaya\nbarcelona10\n", "passwd", "--password-stdin").done())
        .isEqualTo("The password is changed. Other sessions have ended.\n");
    assertThat(shell.runWith("barcelona10\n", "login", "--password-stdin").exitCode()).isZero();
  }

  @Test
  void aSessionIsRevokedByItsId() {
    shell.login(url, "messi");
    var other = new Shell(home).with("KABAR_PROFILE", "other");
    other.runWith("surabaya\n", "login", url, "messi", "--password-stdin", "--device", "phone");
    var phone =
        shell
            .run("sessions", "--json")
            .done()
            .lines()
            .filter(line -> line.contains("\"device\":\"phone\""))
            .findFirst()
            .orElseThrow();
    var id = phone.replaceAll("^\\{\"session\":\"([^\"]*)\".*", "$1");

    assertThat(shell.run("sessions", "revoke", id).done())
        .isEqualTo("The session %s has ended.\n".formatted(id));
    assertThat(other.run("inbox").exitCode()).isEqualTo(ExitCode.NOT_LOGGED_IN.number());
    assertThat(shell.run("sessions", "revoke", "nonsense").exitCode())
        .isEqualTo(ExitCode.REFUSED.number());
  }

  @Test
  void aProfileThatIsNotThereIsNamedWithThoseThatAre() {
    shell.login(url, "messi");

    assertThat(shell.run("inbox", "--profile", "wrok").refused(ExitCode.NOT_LOGGED_IN))
        .isEqualTo("kabar: there is no profile 'wrok' (there are: default; kabar login makes one)");
    assertThat(shell.run("inbox", "--profile", "../x").refused(ExitCode.USAGE))
        .contains("--profile: cannot use '../x'");
  }

  @Test
  void aFolderThatOthersCanReadIsRefused() throws IOException {
    shell.login(url, "messi");
    Files.setPosixFilePermissions(
        home.resolve("state/kabar/default"), PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(shell.run("inbox").refused(ExitCode.FILES)).contains("state/kabar/default");
  }

  @Test
  void aDamagedSessionIsNamed() throws IOException {
    shell.login(url, "messi");
    Files.writeString(home.resolve("state/kabar/default/session"), "nonsense");

    assertThat(shell.run("inbox").refused(ExitCode.FILES)).contains("default/session");
  }

  @Test
  void aServerThatIsNotThereIsToldAtOnce() {
    shell.login(url, "messi");
    server.stop();

    assertThat(shell.run("inbox").refused(ExitCode.UNREACHABLE))
        .contains(url)
        .contains("the server cannot be reached");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
