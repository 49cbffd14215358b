package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packed command line: people and scripts at a real server.
final class CommandLineIT {
  private static final String PASSWORD = "surabaya";
  private static final int PIPE_CLOSED = 128 + 13;
  private static final Pattern CODE = Pattern.compile("(?m)^  ([0-9A-Z]{5}(?:-[0-9A-Z]{5}){3})$");

  @TempDir Path temporary;

  @Test
  void theFirstOneJoinsWithTheOwnerCodeAndInvitesTheNext() throws Exception {
    var data = temporary.resolve("data");
    var command = PackedServer.command("--listen", "tcp://127.0.0.1:0", "--data", data.toString());
    try (var server = new PackedServer(Map.of(), command).awaitReady()) {
      var owner = new PackedShell(temporary.resolve("owner"));
      var friend = new PackedShell(temporary.resolve("friend"));
      var url = server.addresses().getFirst().toString();
      var operator = new Operator(temporary, data);

      join(owner, url, code(server.out().text()), "leo");
      var invite =
          operator.done("invite", "--json").replaceAll("(?s)^.*\"code\":\"([^\"]+)\".*$", "$1");
      join(friend, url, invite, "xavi");
      friend.done("send", "leo", "hola");

      assertThat(owner.done("tail", "--unread", "--plain", "-n", "1"))
          .matches("\\[\\d\\d:\\d\\d] xavi: hola\n");
      assertThat(owner.done("online", "--json")).contains("\"user\":\"leo\"");
    }
  }

  @Test
  void aPasswordIsTypedUnseen() throws Exception {
    Programs.require("script");
    var messi = new PackedShell(temporary.resolve("messi"));
    try (var server = PackedServer.demo(temporary.resolve("data"));
        var login =
            PackedClient.atTerminal(
                messi.environment(), "login", server.addresses().getFirst().toString(), "messi")) {
      login.out().await("Password for messi: ");
      login.type("surabaya");

      assertThat(login.awaitEnd(0)).contains("Logged in as messi").doesNotContain("surabaya");
    }
  }

  @Test
  void namesAreBoldOnATerminalOnlyAndIfNobodyMinds() throws Exception {
    Programs.require("script");
    var messi = new PackedShell(temporary.resolve("messi")).with("TERM", "xterm");
    try (var server = PackedServer.demo(temporary.resolve("data"))) {
      messi.login(server.addresses().getFirst().toString(), "messi", PASSWORD);
      messi.done("send", "messi", "\u001b[31mmerah");

      assertThat(atTerminal(messi)).contains("\u001b[1m").contains("\\u001b[31mmerah");
      assertThat(atTerminal(messi.with("NO_COLOR", "1")))
          .doesNotContain("\u001b")
          .contains("\\u001b[31mmerah");
      assertThat(messi.done("history", "messi")).doesNotContain("\u001b");
    }
  }

  @Test
  void ctrlCEndsATailQuietly() throws Exception {
    Programs.require("env");
    var messi = new PackedShell(temporary.resolve("messi"));
    var henderson = new PackedShell(temporary.resolve("henderson"));
    try (var server = PackedServer.demo(temporary.resolve("data"))) {
      messi.login(server.addresses().getFirst().toString(), "messi", PASSWORD);
      henderson.login(server.addresses().getFirst().toString(), "henderson", PASSWORD);
      messi.done("send", "henderson", "hai");
      try (var tail = henderson.start("tail", "--unread")) {
        tail.out().await("hai");

        tail.interrupt();

        tail.awaitEnd(128 + 2);
        assertThat(tail.errors()).isEmpty();
      }
    }
  }

  @Test
  void ctrlCEndsAPingWithItsSummary() throws Exception {
    Programs.require("env");
    try (var server = PackedServer.demo(temporary.resolve("data"));
        var ping =
            new PackedShell(temporary.resolve("home"))
                .start("ping", server.addresses().getFirst().toString(), "-i", "0.05")) {
      ping.out().await("answer 2 in ");

      ping.interrupt();

      assertThat(ping.awaitEnd(128 + 2)).containsPattern("\\d+ asked, \\d+ answered, 0 % lost\n");
      assertThat(ping.errors()).isEmpty();
    }
  }

  @Test
  void aReaderThatHasSeenEnoughEndsItQuietly() throws Exception {
    Programs.require("bash");
    var messi = new PackedShell(temporary.resolve("messi"));
    try (var server = PackedServer.demo(temporary.resolve("data"))) {
      messi.login(server.addresses().getFirst().toString(), "messi", PASSWORD);
      for (int i = 0; i < 3; i++) {
        messi.done("send", "messi", "pesan " + i);
      }
      var pipe = "kabar history messi | true; echo \"${PIPESTATUS[0]}\"";

      var outcome = Image.run(messi.home(), messi.environment(), "bash", "-c", pipe);

      assertThat(outcome.output().lines().toList().getLast()).isEqualTo("" + PIPE_CLOSED);
      assertThat(outcome.output()).doesNotContain("Exception", "kabar: ");
    }
  }

  private static void join(PackedShell shell, String url, String code, String user)
      throws Exception {
    ServerLogs.noteSecret("barcelona10");
    var outcome =
        shell.giveWithInput("barcelona10\n", "join", url, code, "--user", user, "--password-stdin");
    assertThat(Operator.done(outcome)).startsWith("Welcome, " + user);
  }

  private static String atTerminal(PackedShell shell) throws Exception {
    try (var client = PackedClient.atTerminal(shell.environment(), "history", "messi")) {
      return client.awaitEnd(0);
    }
  }

  private static String code(String printed) {
    return CODE.matcher(printed).results().map(found -> found.group(1)).findFirst().orElseThrow();
  }
}
