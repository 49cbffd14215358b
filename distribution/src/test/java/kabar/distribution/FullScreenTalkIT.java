package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two people talk, each at a screen of their own.
final class FullScreenTalkIT {
  private static final Pattern CHIP = Pattern.compile("(\\d+) new ↓ End");
  private static final Pattern NUMBER = Pattern.compile("number (\\d+)\\.");

  @TempDir Path temporary;

  private Stage stage;

  @BeforeEach
  void begin() throws Exception {
    stage = new Stage(temporary, "--set", "limits.messages=1000");
  }

  @AfterEach
  void end() throws Exception {
    stage.close();
  }

  @Test
  void aMessageAppearsAtBothAndCountsAsReadWhenItWasSeen() throws Exception {
    var messi = stage.client("messi");
    var henderson = stage.client("henderson");
    messi.enter("/msg henderson apa kabar?");
    messi.await("apa kabar?", "✓");

    henderson.await("apa kabar?");

    // Nobody has opened another conversation, so it is open at the receiver too and soon read.
    henderson.await("@messi>");
    henderson.enter("baik, kamu?");
    messi.await("baik, kamu?");
    henderson.await("✓");
  }

  @Test
  void whatIsNewElsewhereIsABadgeUntilItIsOpened() throws Exception {
    var messi = stage.client("messi");
    messi.enter("/msg lineker hi");
    messi.await("hi", "✓");

    stage.sender("henderson").send("messi", "over here");
    messi.await("@henderson", "@1", "@1 elsewhere");
    messi.press("M-a");

    messi.await("over here", "@henderson>");
    messi.awaitWithout("@1");
  }

  @Test
  void theMarkerIsToldWhenAMessageWasOnTheScreen() throws Exception {
    var messi = stage.client("messi");
    messi.enter("/msg henderson hi");
    messi.await("✓");
    var script = new PackedShell(temporary.resolve("script"));
    script.login(stage.url(), "messi", "surabaya");

    stage.sender("henderson").send("messi", "did you see this?");
    messi.await("did you see this?");

    messi.await(_ -> isRead(script), "the marker at the server");
  }

  private static boolean isRead(PackedShell script) {
    try {
      return !script.done("inbox").contains("did you see this?");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aMessageWrittenWhileTheServerIsAwayArrivesOnceAfterItCameBack() throws Exception {
    var address = stage.server().addresses().getFirst();
    var messi = stage.client("messi");
    messi.enter("/msg henderson before");
    messi.await("before", "✓");

    stage.killServer();
    messi.await("OFFLINE", "retry in ");
    messi.enter("written meanwhile");
    messi.await("written meanwhile", "…", "outbox 1");
    stage.restartServer(address);

    messi.await(text -> text.contains("ONLINE tcp") && !text.contains("outbox"), "an empty outbox");
    assertThat(stage.person("henderson").done("history", "messi"))
        .containsOnlyOnce("before")
        .containsOnlyOnce("written meanwhile");
    assertThat(messi.text()).containsOnlyOnce("written meanwhile");
  }

  @Test
  void aKilledClientHasNothingLostThatItShowedAsKept() throws Exception {
    var address = stage.server().addresses().getFirst();
    var person = stage.person("messi");
    var messi = stage.client(person, Stage.COLUMNS, Stage.ROWS);
    stage.killServer();
    messi.await("OFFLINE");
    messi.enter("/msg henderson kept on disk");
    messi.await("outbox 1");

    messi.signal("KILL");
    messi.await("\n<137>");
    stage.restartServer(address);
    // The terminal is as the client had it, where Enter is no line break.
    messi.type("reset; kabar");
    messi.press("C-j");

    messi.await("ONLINE tcp", "kept on disk", "✓");
    assertThat(stage.person("henderson").done("history", "messi")).containsOnlyOnce("kept on disk");
  }

  @Test
  void aPasteOfManyLinesAsksAndIsSentWholeByEnterOnly() throws Exception {
    var text =
        IntStream.rangeClosed(1, 200).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
    var messi = stage.client("messi");
    messi.enter("/msg henderson");
    messi.await("@henderson>");

    messi.paste(text);
    messi.await("Put in 200 lines");
    assertThat(stage.person("henderson").done("history", "messi")).doesNotContain("line 1");
    messi.type("y");
    messi.awaitWithout("Put in 200 lines");
    messi.await("line 200");
    messi.press("Enter");
    messi.await(
        screen -> screen.endsWith("\n@henderson>\n") && !screen.contains("outbox"), "all sent");

    var received = stage.person("henderson").done("history", "messi", "--json");
    assertThat(received).hasLineCount(1).contains(text.replace("\n", "\\n"));
  }

  @Test
  void aPasteThatWasNotWantedLeavesNothing() throws Exception {
    var messi = stage.client("messi");
    messi.enter("/msg henderson");
    messi.await("@henderson>");

    messi.paste("secret\n".repeat(200));
    messi.await("Put in 20");
    messi.type("n");

    messi.awaitWithout("Put in 20");
    assertThat(messi.text()).doesNotContain("secret").contains("@henderson>");
  }

  @Test
  void scrollingBackReachesTheFirstMessageWithoutAGap() throws Exception {
    var henderson = stage.sender("henderson");
    for (int i = 1; i <= 300; i++) {
      henderson.send("messi", "number " + i + ".");
    }
    var messi = stage.client("messi");
    messi.await("number 300.");

    int oldest = oldest(messi);
    while (oldest > 1) {
      int before = oldest;
      messi.press("PPage");
      messi.await(text -> first(text) < before, "older than " + before);
      assertNoGap(messi.text());
      oldest = oldest(messi);
      // Two screens: what is read meanwhile may show a few rows before the key does its part.
      assertThat(oldest).isGreaterThan(before - 2 * Stage.ROWS);
    }

    messi.await("beginning of the conversation", "number 1.");
    messi.press("End");
    messi.await("number 300.");
  }

  private static int oldest(PackedScreen screen) throws Exception {
    return first(screen.text());
  }

  private static int first(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(found -> Integer.parseInt(found.group(1)))
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }

  /// What the chip says, 0 where there is none.
  private static int newBelow(String text) {
    var chip = CHIP.matcher(text);
    return chip.find() ? Integer.parseInt(chip.group(1)) : 0;
  }

  private static void assertNoGap(String text) {
    var numbers =
        NUMBER.matcher(text).results().map(found -> Integer.parseInt(found.group(1))).toList();
    for (int i = 1; i < numbers.size(); i++) {
      assertThat(numbers.get(i)).as(text).isEqualTo(numbers.get(i - 1) + 1);
    }
  }

  @Test
  void theViewStaysStillWhileItIsScrolledBack() throws Exception {
    var henderson = stage.sender("henderson");
    for (int i = 1; i <= 60; i++) {
      henderson.send("messi", "number " + i + ".");
    }
    var messi = stage.client("messi");
    // The list of conversations tells the newest message before the others are read.
    messi.await("number 44.", "number 60.");
    messi.press("PPage");
    messi.awaitWithout("number 60.");
    int top = oldest(messi);
    int below = newBelow(messi.text());

    henderson.send("messi", "something new");

    messi.await(text -> newBelow(text) == below + 1, "one more below");
    assertThat(oldest(messi)).isEqualTo(top);
    assertThat(messi.text()).doesNotContain("something new");
    messi.press("End");
    messi.await("something new");
  }

  @Test
  void searchFindsWhatIsNotOnTheScreenNorLoaded() throws Exception {
    var henderson = stage.sender("henderson");
    henderson.send("messi", "the needle is here");
    for (int i = 1; i <= 250; i++) {
      henderson.send("messi", "number " + i + ".");
    }
    var messi = stage.client("messi");
    messi.await("number 250.");

    messi.press("C-r");
    messi.type("needle");
    messi.press("Enter");

    messi.await("the needle is here");
  }

  @Test
  void whoIsTypingIsToldToTheOther() throws Exception {
    var messi = stage.client("messi");
    messi.enter("/msg henderson hi");
    messi.await("✓");
    var henderson = stage.client("henderson");
    henderson.await("@messi>");

    henderson.type("wait");

    messi.await("henderson is typing");
  }

  @Test
  void aRefusedMessageSaysWhyAndStays() throws Exception {
    var messi = stage.client("messi");

    messi.enter("/msg nobody hello?");

    messi.await("hello?", "refused", "! r");
  }
}
