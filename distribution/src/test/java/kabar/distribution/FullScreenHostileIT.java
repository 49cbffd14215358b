package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import kabar.protocol.print.Printable;
import kabar.testkit.hostile.HostileServer;
import kabar.testkit.hostile.HostileTexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that is an enemy, whose every word is a trap, can do nothing to the terminal of the
/// packed client.
final class FullScreenHostileIT {
  private static final int COLUMNS = 120;
  private static final int ROWS = 40;
  private static final int LEFT_BORDER = 26;
  private static final int RIGHT_BORDER = COLUMNS - 24;

  /// Rows of panels: below the title, above state, hints and input.
  private static final int FIRST = 1;
  private static final int LAST = ROWS - 3;

  /// Everything that the client itself says to a terminal.
  private static final Pattern OWN =
      Pattern.compile(
          "\u001b\\[(?:\\d+;\\d+H|[\\d;]*m|\\?(?:25|1004|1049|2004|2026)[hl]|2[23];0t)"
              + "|\u001b\\](?:0;[^\u0007\u001b]*|11;\\?|777;notify;[^\u0007\u001b]*)\u0007"
              + "|\u001bPtmux;(?:[^\u001b]|\u001b\u001b)*\u001b\\\\");

  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x06\\x08-\\x1f\\x7f-\\x9f]");
  private static final Pattern UNSEEN =
      Pattern.compile("[\\u200b\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\u2028\\u2029]");
  private static final int FEW = 5;
  private static final int ROWS_OF_A_REMARK = 3;

  @TempDir Path temporary;

  private HostileServer server;
  private PackedScreen screen;

  @BeforeEach
  void begin() throws Exception {
    Programs.require("tmux");
    server = HostileServer.open();
    var messi = new PackedShell(temporary.resolve("messi"));
    messi.login(server.address().toString(), "messi", "surabaya");
    screen = PackedScreen.open(messi, COLUMNS, ROWS);
    screen.enter("kabar");
    screen.await("ONLINE tcp");
    awaitLists();
    screen.enter("/msg " + HostileServer.ENEMY);
    screen.await("@mallory>");
  }

  /// Online comes first: the conversations and the people are asked for then.
  private void awaitLists() throws Exception {
    int people = HostileTexts.wellFormed().size();
    screen.await(
        text -> text.lines().anyMatch(row -> row.matches(" INBOX .*\\d.*│.*│ ONLINE .*/" + people)),
        "both lists");
  }

  @AfterEach
  void end() throws Exception {
    screen.close();
    server.close();
  }

  @Test
  void nothingItSaysLeavesThePanels() throws Exception {
    assertWhole();

    server.tellEverything();
    server.tell("all was told");
    screen.await("all was told");
    assertWhole();
    var seen = "";
    while (!seen.equals(screen.text()) && !seen.contains("beginning of the conversation")) {
      seen = screen.text();
      screen.press("PPage");
      screen.awaitQuiet();
      assertWhole();
    }

    screen.press("End");
    screen.await("all was told");
    assertUntouched();
  }

  @Test
  void nothingItSaysLeavesThePanelsOfASmallerScreen() throws Exception {
    server.tellEverything();
    server.tell("all was told");
    for (var size : new int[][] {{80, 24}, {60, 20}, {30, 8}}) {
      screen.resize(size[0], size[1]);
      screen.await(
          text -> text.contains("all was told") && text.endsWith("\n@mallory>\n"),
          "the input line");
      assertThat(screen.rows()).hasSize(size[1]);
    }
    assertUntouched();
  }

  @Test
  void nothingItIsCalledLeavesTheLists() throws Exception {
    for (int i = 0; i < HostileTexts.wellFormed().size() / 2; i++) {
      screen.press("M-Down");
    }
    screen.awaitQuiet();
    assertWhole();
    screen.press("F6");
    screen.awaitQuiet();
    for (int i = 0; i < HostileTexts.wellFormed().size(); i++) {
      screen.press("Down");
    }
    screen.awaitQuiet();
    assertWhole();
    screen.press("Escape");
    screen.press("C-g");
    screen.await("go to");
    screen.type("u");
    screen.awaitQuiet();
    assertThat(screen.rows()).hasSize(ROWS);
    screen.press("Escape");
    screen.await("@");

    assertUntouched();
  }

  @Test
  void nothingItRefusesWithLeavesItsLine() throws Exception {
    for (int i = 0; i < FEW; i++) {
      screen.enter("message " + i);
      screen.await("message " + i);
    }
    screen.await("was refused");
    assertWhole(ROWS_OF_A_REMARK);
    screen.enter("/errors");
    screen.awaitQuiet();
    assertThat(screen.rows()).hasSize(ROWS);

    assertUntouched();
  }

  @Test
  void whatHasNoFormInUtf8EndsTheConnectionAndNothingElse() throws Exception {
    int before = server.subscriptions();

    server.tell("a\ud83db");

    screen.await(_ -> server.subscriptions() > before, "another connection");
    screen.await("ONLINE tcp");
    server.tell("still here");
    screen.await("still here");
    assertWhole();
    assertUntouched();
  }

  private void assertWhole() throws Exception {
    assertWhole(0);
  }

  private void assertWhole(int rowsOfRemark) throws Exception {
    assertThat(screen.rows()).hasSize(ROWS);
    assertThat(screen.rows().getLast()).startsWith("@");
    assertThat(screen.rows().get(ROWS - 3)).contains("ONLINE");
    for (int border : List.of(LEFT_BORDER, RIGHT_BORDER)) {
      assertThat(screen.leftOf(border + 1).subList(FIRST, LAST - rowsOfRemark))
          .allMatch(row -> row.endsWith("│"));
    }
  }

  private static String around(String text, int at) {
    return Printable.of(text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 20)));
  }

  private void assertUntouched() throws Exception {
    assertThat(screen.fact("#{alternate_on} #{insert_flag} #{origin_flag} #{mouse_any_flag}"))
        .isEqualTo("1 0 0 0");
    assertThat(screen.fact("#{scroll_region_upper} #{scroll_region_lower}"))
        .isEqualTo("0 " + (Integer.parseInt(screen.fact("#{pane_height}")) - 1));
    assertThat(screen.fact("#{pane_title}")).doesNotContainPattern("^pwned");
    var rest = OWN.matcher(screen.written()).replaceAll("");
    var after = rest.substring(rest.indexOf("kabar") + "kabar\r\n".length());
    assertThat(
            CONTROL
                .matcher(after.replace("\r\n", ""))
                .results()
                .map(found -> around(after, found.start())))
        .isEmpty();
    assertThat(UNSEEN.matcher(after).find()).isFalse();
    assertThat(after.chars().filter(c -> c == '\u0007').count()).isLessThan(FEW);
    screen.press("C-l");
    screen.awaitQuiet();
  }
}
