package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The operator's commands for accounts, invites, sessions and limits, given to a server that has
/// the demo users.
final class OperatorIT {
  private static final String PASSWORD = "bumbuRahasia7";
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n]]");

  @TempDir private Path temporary;

  private PackedServer server;
  private Operator operator;

  @BeforeEach
  void start() throws Exception {
    var data = temporary.resolve("data");
    server = PackedServer.demo(data, "--store", "memory", "--set", "limits.messages=7");
    operator = new Operator(temporary, data);
  }

  @AfterEach
  void kill() {
    server.close();
  }

  @Test
  void anAccountIsMadeWithAPasswordFromTheInput() throws Exception {
    var added =
        operator.giveWithPassword(PASSWORD, "user", "add", "ronaldo", "--country", "Brasil");

    assertThat(Operator.done(added)).isEqualTo("'ronaldo' can log in now.\n");
    assertThat(loginIsRight("ronaldo", PASSWORD)).isTrue();
    assertThat(operator.done("user", "list"))
        .startsWith("USER")
        .containsPattern("(?m)^ronaldo +ronaldo +Brasil +active +2");
    assertThat(operator.done("user", "list", "--json"))
        .contains("{\"user\":\"ronaldo\",\"name\":\"ronaldo\",\"country\":\"Brasil\",")
        .hasLineCount(4);
  }

  @Test
  void aPasswordIsAskedForTwiceAndNeverShown() throws Exception {
    Programs.require("script");

    var added =
        operator.giveAtTerminal(
            List.of("New password for ronaldo: ", "Again: "), PASSWORD, "user", "add", "ronaldo");

    assertThat(added.exitCode()).as(added.output()).isZero();
    assertThat(added.output()).contains("can log in now").doesNotContain(PASSWORD);
    assertThat(loginIsRight("ronaldo", PASSWORD)).isTrue();
  }

  @Test
  void anotherPasswordEndsTheSessionsOfTheOld() throws Exception {
    try (var client = server.connect()) {
      var token = client.login("messi");

      Operator.done(operator.giveWithPassword(PASSWORD, "user", "passwd", "messi"));

      assertThat(client.ask("inbox " + token)).isEqualTo(Replies.NO_SESSION);
      assertThat(loginIsRight("messi", "surabaya")).isFalse();
      assertThat(loginIsRight("messi", PASSWORD)).isTrue();
    }
  }

  @Test
  void whoIsDisabledStaysOutUntilTheyAreEnabled() throws Exception {
    operator.done("user", "disable", "messi");
    assertThat(loginIsRight("messi", "surabaya")).isFalse();

    operator.done("user", "enable", "messi");
    assertThat(loginIsRight("messi", "surabaya")).isTrue();
  }

  @Test
  void whoIsDeletedLeavesTheirName() throws Exception {
    operator.done("user", "delete", "lineker");

    assertThat(loginIsRight("lineker", "surabaya")).isFalse();
    assertThat(Operator.sentence(1, operator.giveWithPassword(PASSWORD, "user", "add", "lineker")))
        .contains("user add 'lineker' cannot be done: somebody has or had this name");
  }

  @Test
  void sessionsAreListedAndEnded() throws Exception {
    try (var client = server.connect()) {
      var first = client.login("messi");
      var second = client.login("messi");
      var id = firstWord(operator.done("sessions", "messi").lines().toList().get(1));

      assertThat(operator.done("sessions", "messi", "--end", id)).contains(id);
      assertThat(client.ask("inbox " + first)).isEqualTo(Replies.NO_SESSION);
      assertThat(client.ask("inbox " + second)).isNotEqualTo(Replies.NO_SESSION);

      assertThat(operator.done("sessions", "messi", "--end-all")).isEqualTo("Sessions ended: 1.\n");
      assertThat(client.ask("inbox " + second)).isEqualTo(Replies.NO_SESSION);
      assertThat(operator.refused("sessions", "messi", "--end", id))
          .contains("'messi' has no session '" + id + "'");
    }
  }

  @Test
  void anInviteIsShownOnceListedAndTakenBack() throws Exception {
    var made = operator.done("invite", "--note", "for \u001b[2J you", "--valid", "2d", "--json");
    var code = Pattern.compile("\"code\":\"([^\"]+)\",\"id\":\"(\\w+)\"").matcher(made);
    assertThat(code.find()).isTrue();
    ServerLogs.noteSecret(code.group(1));
    assertThat(made)
        .contains(
            "types: kabar join " + server.addresses().getFirst() + " " + code.group(1) + "\n");

    var list = operator.done("invite", "list");
    assertThat(list).contains(code.group(2), "for \\u001b[2J you").doesNotContain(code.group(1));
    assertThat(CONTROL.matcher(list + operator.done("invite", "list", "--json")).find()).isFalse();

    operator.done("invite", "revoke", code.group(2));
    assertThat(operator.done("invite", "list")).isEmpty();
    assertThat(operator.refused("invite", "revoke", code.group(2))).contains("kabard invite list");
  }

  @Test
  void whatCannotBeDoneIsRefused() throws Exception {
    for (var user : List.of("disable", "enable", "delete")) {
      assertThat(operator.refused("user", user, "pele"))
          .isEqualTo(
              "kabard: user %s 'pele' cannot be done: nobody has an account of this name"
                  .formatted(user));
    }
    assertThat(operator.refused("sessions", "pele")).contains("nobody has an account named 'pele'");
    assertThat(operator.refused("invite", "--valid", "soon")).contains("'soon'").contains("30d");
    assertThat(refusedPassword(PASSWORD, "passwd", "pele")).contains("nobody has an account");
    assertThat(refusedPassword("kurang", "add", "pele")).contains("8 to 256 characters");
    assertThat(refusedPassword(PASSWORD, "add", "Pele")).contains("a user name is 1 to 32 of");
    assertThat(refusedPassword(PASSWORD, "add", "pele", "--name", "\u001b[2J"))
        .contains("a display name is 1 to 64");
    assertThat(operator.refused("user", "add", "pele")).contains("expected one line of input");
  }

  @Test
  void aPasswordOnTheCommandLineIsNoOption() throws Exception {
    var outcome = operator.give("user", "add", "pele", "--password", "x");

    assertThat(Operator.sentence(2, outcome)).contains("'--password'");
  }

  @Test
  void whatTheStoreCannotDoIsSaid() throws Exception {
    var file = Files.writeString(temporary.resolve("file"), "mine").toString();
    var unable = "the store 'memory' keeps nothing on disk and cannot do this";

    assertThat(operator.refused("backup", temporary + "/backup")).contains("backup: " + unable);
    assertThat(operator.refused("verify")).contains("verify: " + unable);
    assertThat(operator.refused("verify", file, "--store", "memory")).contains(unable);
    assertThat(operator.refused("restore", file, "--store", "memory")).contains(unable);
    assertThat(temporary.resolve("backup")).doesNotExist();
  }

  @Test
  void limitsAreToldWithTheirOriginAndHowOftenTheyWereReached() throws Exception {
    for (int i = 0; i < 6; i++) {
      assertThat(loginIsRight("messi", "bukanSurabaya")).isFalse();
    }

    var limits = operator.done("limits");

    assertThat(limits)
        .containsPattern("(?m)^limits.messages +7 +0 +from --set$")
        .containsPattern("(?m)^limits.wrong-passwords-per-account +5 +1 +default$")
        .containsPattern("(?m)^sessions.per-account +64 +0 +default$");
  }

  @Test
  void theRoomThatDataTakeIsTold() throws Exception {
    assertThat(operator.done("du", "--json"))
        .contains("{\"of\":\"file\",\"what\":\"kabard.lock\",\"bytes\":0}")
        .contains("\"of\":\"folder\"");
  }

  @Test
  void aServerThatWasKilledIsNotRunningAndReplaced() throws Exception {
    server.close();
    assertThat(Operator.sentence(2, operator.give("user", "list")))
        .isEqualTo(
            "kabard: no server is running on '%s' (expected one: start it, or say which data folder"
                    .formatted(operator.data())
                + " by --data)");

    server = PackedServer.demo(operator.data());
    assertThat(operator.done("user", "list")).contains("messi");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(operator.data().resolve("kabard.sock"))))
        .isEqualTo("rw-------");

    server.terminate();
    server.awaitExit();
    assertThat(operator.data().resolve("kabard.sock")).doesNotExist();
  }

  @Test
  void aFolderThatOthersMayEnterIsNotTrusted() throws Exception {
    Files.setPosixFilePermissions(operator.data(), PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(Operator.sentence(2, operator.giveWithPassword(PASSWORD, "user", "add", "pele")))
        .contains("which others may enter");
  }

  @Test
  void theDemoIsFoundInItsUsualPlace() throws Exception {
    var home = Map.of("HOME", temporary.toString(), "KABAR_CONFIG", "/dev/null");
    var launcher = Image.home().resolve("bin/kabard").toString();

    assertThat(Image.run(temporary, home, launcher, "user", "list", "--demo").output())
        .contains("no server is running on '" + temporary + "/.local/share/kabar-demo'");
  }

  private static String firstWord(String line) {
    return line.substring(0, line.indexOf(' '));
  }

  private String refusedPassword(String password, String... command) throws Exception {
    var line = new String[command.length + 1];
    line[0] = "user";
    System.arraycopy(command, 0, line, 1, command.length);
    return Operator.sentence(1, operator.giveWithPassword(password, line));
  }

  private boolean loginIsRight(String user, String password) throws Exception {
    try (var client = server.connect()) {
      return client.ask("auth " + user + " " + password).contains("tokenid");
    }
  }
}
