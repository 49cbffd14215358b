package kabar.tui.program;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import kabar.transport.tcp.TcpTransportProvider;
import kabar.tui.line.DemoServer;
import kabar.tui.paint.Size;
import kabar.tui.reduce.Action;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program at a real server: what is typed goes in, and frames come out.
final class ProgramTest {
  @TempDir private Path home;
  private DemoServer server;
  private Sitter messi;
  private Sitter henderson;

  @BeforeEach
  void begin() throws IOException {
    server = new DemoServer(new TcpTransportProvider(), "tcp://localhost:0", "chat");
    messi = sitter("messi");
    henderson = sitter("henderson");
  }

  @AfterEach
  void end() throws Exception {
    messi.hangsUp();
    henderson.hangsUp();
    server.close();
  }

  @Test
  void twoPeopleTalk() throws Exception {
    messi.opens().screen.awaits("● ONLINE");
    henderson.opens().screen.awaits("● ONLINE");

    messi.screen.type("/msg henderson hai, apa kabar?").press("enter");
    henderson.screen.awaits("hai, apa kabar?");
    henderson.screen.type("/msg messi baik!").press("enter");

    messi.screen.awaits("baik!");
    messi.quits();
    henderson.quits();
    assertThat(messi.screen.isOpen()).isFalse();
  }

  @Test
  void whatIsKnownIsPaintedBeforeTheServerAnswers() throws Exception {
    messi.opens().screen.awaits("● ONLINE");
    messi.screen.type("/msg henderson satu").press("enter").awaits("✓");
    messi.quits();
    server.stop();

    var later = messi.again().opens();

    later.screen.awaits("OFFLINE");
    assertThat(later.screen.firstFrame()).contains("satu");
    later.hangsUp();
  }

  @Test
  void aLostServerIsToldAndFoundAgain() throws Exception {
    var address = server.address();
    messi.opens().screen.awaits("● ONLINE");
    messi.screen.type("/msg henderson satu").press("enter").awaits("✓");

    server.stop();
    messi.screen.awaits("OFFLINE");
    messi.screen.type("dua").press("enter").awaits("outbox 1");
    server.restart(address);

    messi.screen.awaits("● ONLINE");
    henderson.opens().screen.awaits("dua");
    messi.quits();
    henderson.quits();
  }

  @Test
  void whoLooksElsewhereIsToldByTitleAndBell() throws Exception {
    henderson.noticing(new Notices(true, true)).opens().screen.awaits("● ONLINE");
    henderson.screen.look(false);
    messi.opens().screen.awaits("● ONLINE");

    messi.screen.type("/msg henderson hai").press("enter");

    henderson.screen.awaitsMark("title (1) Kabar - henderson");
    henderson.screen.awaitsMark("bell");
    henderson.screen.awaitsMark("notify Message from messi: hai");
    henderson.quits();
    messi.quits();
  }

  @Test
  void whoWantsNoBellHasNone() throws Exception {
    henderson.noticing(new Notices(false, false)).opens().screen.awaits("● ONLINE");
    henderson.screen.look(false);
    messi.opens().screen.awaits("● ONLINE");

    messi.screen.type("/msg henderson hai").press("enter");

    henderson.screen.awaitsMark("title (1) Kabar - henderson");
    assertThat(henderson.screen.marks()).allMatch(it -> it.startsWith("title "));
    henderson.quits();
    messi.quits();
  }

  @Test
  void whatWasBegunIsThereTheNextTime() throws Exception {
    messi.opens().screen.awaits("● ONLINE");
    messi.screen.type("/msg henderson satu").press("enter").awaits("✓");
    messi.screen.type("not yet finished").awaits("not yet finished");
    messi.screen.press("f2");
    assertThat(messi.leaves()).isEqualTo(new Leave.Plain("henderson"));

    var later = messi.again().opens();

    later.screen.awaits("not yet finished");
    later.hangsUp();
  }

  @Test
  void theEditorOfTheUserHasTheMessage() throws Exception {
    messi.screen.editing(text -> text + " and more\n");
    messi.opens().screen.awaits("● ONLINE");
    messi.screen.type("/msg henderson satu").press("enter").awaits("✓");

    messi.screen.type("begun").press("alt-e");

    messi.screen.awaits("begun and more");
    assertThat(messi.screen.marks()).contains("edit my editor \"$1\"");
  }

  @Test
  void anEditorThatGivesUpChangesNothing() throws Exception {
    messi.screen.editing(_ -> "give up");
    messi.opens().screen.awaits("● ONLINE");
    messi.screen.type("/msg henderson satu").press("enter").awaits("✓");

    messi.screen.type("begun").press("alt-e").awaitsMark("edit my editor \"$1\"");

    assertThat(messi.screen.type("!").awaits("begun!")).doesNotContain("give up");
  }

  @Test
  void aChosenThemeIsKept() throws Exception {
    messi.opens().screen.awaits("● ONLINE");

    messi.screen.type("/theme mono").press("enter");
    messi.screen.press("ctrl-l").awaitsMark("redraw");

    messi.quits();
    assertThat(messi.themes).containsExactly("mono");
  }

  @Test
  void aStormOfSizesEndsWithTheLast() throws Exception {
    messi.opens().screen.awaits("● ONLINE");

    for (int columns = 1; columns <= 200; columns++) {
      messi.screen.resize(new Size(columns, columns / 3));
    }

    messi.screen.awaits(frame -> frame.indexOf('\n') == 200);
    messi.quits();
  }

  @Test
  void noMoreThanThirtyFramesASecondArePainted() throws Exception {
    messi.opens().screen.awaits("● ONLINE");
    messi.screen.type("/msg henderson satu").press("enter").awaits("✓");
    int before = messi.screen.frameCount();
    long begin = System.nanoTime();

    messi.screen.type("a".repeat(5000)).type("end").awaits("end");

    var took = Duration.ofNanos(System.nanoTime() - begin);
    assertThat(messi.screen.frameCount() - before)
        .isLessThan((int) (took.toMillis() * 30 / 1000) + 3);
  }

  @Test
  void nothingIsPaintedWhereNothingElseIsToBeSeen() throws Exception {
    var looks = new Semaphore(0);
    var micros = new AtomicLong();
    var begin = Instant.parse("2025-11-19T08:20:00Z");
    // Whoever is not logged in hears nothing of a server.
    var nobody =
        new Sitter("nobody", home.resolve("nobody"), server.address())
            .again()
            .by(() -> begin.plus(micros.getAndIncrement(), ChronoUnit.MICROS))
            .telling(action -> looks.release(action instanceof Action.FocusChanged ? 1 : 0))
            .opens();
    nobody.screen.awaits("NOT LOGGED IN");
    int before = nobody.screen.frameCount();

    long threeFramesOn = System.nanoTime() + Duration.ofMillis(100).toNanos();
    while (System.nanoTime() < threeFramesOn) {
      nobody.screen.look(true);
      assertThat(looks.tryAcquire(60, SECONDS)).isTrue();
    }
    nobody.screen.paste("selesai").awaits("selesai");

    assertThat(nobody.screen.frameCount() - before).isEqualTo(1);
    nobody.hangsUp();
  }

  @Test
  void aBugGivesTheTerminalBackBeforeItIsTold() throws Exception {
    messi
        .seeing(
            state -> {
              if (state.composer().buffer().text().equals("bug")) {
                throw new IllegalStateException("on purpose");
              }
              return Sitter.painted(state);
            })
        .opens()
        .screen
        .awaits("● ONLINE");

    messi.screen.type("bug");

    assertThatThrownBy(messi::leaves)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(BugException.class)
        .hasRootCauseMessage("on purpose");
    assertThat(messi.screen.isOpen()).isFalse();
  }

  @Test
  void aTerminalThatIsGoneEndsIt() throws Exception {
    messi.opens().screen.awaits("● ONLINE");

    messi.screen.vanish();

    assertThat(messi.leaves()).isEqualTo(new Leave.Gone());
  }

  private Sitter sitter(String user) {
    return new Sitter(user, home.resolve(user), server.address());
  }
}
