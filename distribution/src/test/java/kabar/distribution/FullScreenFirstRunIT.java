package kabar.distribution;

import static java.util.regex.Pattern.MULTILINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From an archive just unpacked to the first message between two people.
final class FullScreenFirstRunIT {
  private static final String CODE = "[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){3}";
  private static final Pattern OWNER_CODE = Pattern.compile("^  (" + CODE + ")$", MULTILINE);
  private static final Pattern INVITE = Pattern.compile(CODE);
  private static final String PASSWORD = "three world cups";

  @TempDir Path temporary;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  @AfterEach
  void end() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  @Test
  void twoPeopleTalkAfterAFewAnswers() throws Exception {
    Programs.require("tmux");
    var data = temporary.resolve("data");
    var server =
        later(PackedServer.launch("--listen", "tcp://127.0.0.1:0", "--data", data.toString()));
    server.awaitReady();
    var url = server.addresses().getFirst().toString();
    var first = terminal("first");
    ServerLogs.noteSecret(PASSWORD);

    register(first, url, find(OWNER_CODE, server.out().text()), "messi");
    assertThat(first.text().replace("\n", "")).contains("kabar join " + url);
    first.press("Enter");
    first.await("INBOX", "ONLINE tcp");
    var invite = find(INVITE, new Operator(temporary, data).done("invite"));
    var second = terminal("second");
    register(second, url, invite, "henderson");
    second.press("Enter");
    second.await("INBOX", "ONLINE tcp");
    second.enter("/msg messi the first message");

    first.await("the first message");
    second.await("the first message", "✓");
  }

  @Test
  void whoTriesItAloneHasTwoOthersToWriteTo() throws Exception {
    var screen = terminal("alone");
    screen.enter("kabar");
    screen.await("another address");

    screen.enter(choice(screen.text(), "try it alone"));
    screen.await(text -> text.replace("\n", "").contains("password surabaya"), "the demo");
    screen.press("Enter");

    screen.await("INBOX", "ONLINE tcp");
    screen.press("C-d");
    screen.awaitPrompt(0);
  }

  @Test
  void whoLeavesAtTheFirstQuestionHasKeptNothing() throws Exception {
    var screen = terminal("shy");
    screen.enter("kabar");
    screen.await("another address");

    screen.press("C-d");

    screen.awaitPrompt(3);
    assertThat(temporary.resolve("shy/state/kabar/default/session")).doesNotExist();
  }

  private static void register(PackedScreen screen, String url, String code, String user)
      throws Exception {
    screen.enter("kabar");
    screen.await("another address");
    screen.enter(choice(screen.text(), "another address"));
    screen.await("Address, such as");
    screen.enter(url);
    screen.await(
        text ->
            text.stripTrailing().endsWith(" >") && text.contains("make an account with an invite"),
        "how to enter");
    screen.enter("1");
    screen.await("Code:");
    screen.enter(code);
    screen.await("User name:");
    screen.enter(user);
    screen.await("New password:");
    screen.enter(PASSWORD);
    screen.await("Again:");
    screen.enter(PASSWORD);
    screen.await("Welcome, " + user);
    assertThat(screen.text()).doesNotContain(PASSWORD);
  }

  /// The number in front of a choice.
  private static String choice(String text, String words) {
    return text.lines()
        .filter(line -> line.contains(words))
        .map(line -> line.strip().substring(0, 1))
        .findFirst()
        .orElseThrow();
  }

  private static String find(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group(found.groupCount());
  }

  private PackedScreen terminal(String name) throws Exception {
    return later(PackedScreen.open(new PackedShell(temporary.resolve(name)), 80, 24));
  }

  private <T extends AutoCloseable> T later(T closing) {
    open.push(closing);
    return closing;
  }
}
