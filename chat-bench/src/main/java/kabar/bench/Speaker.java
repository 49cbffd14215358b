package kabar.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A person at a full screen who says numbered things to one other, and whose `kabar tail` prints
/// what comes. For one thread.
final class Speaker {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /// On the screen while something is not sent.
  private static final String OUTBOX = "outbox ";

  private final String user;
  private final ScreenClient screen;
  private final Ear tail;
  private final ResidentWatch resident;
  private final List<String> printed = new ArrayList<>();
  private int said;

  private Speaker(String user, ScreenClient screen, Ear tail) throws IOException {
    this.user = user;
    this.screen = screen;
    this.tail = tail;
    this.resident = new ResidentWatch(screen.figures());
  }

  /// What a terminal has room for.
  record Cells(int columns, int rows) {}

  /// Logs in, twice, and waits until the screen says that it is online.
  static Speaker begin(ServerOptions server, Workplace workplace, URI url, String user, Cells cells)
      throws IOException {
    var home = ClientHome.make(server.image(), workplace, url, user);
    var listening = ClientHome.make(server.image(), workplace, url, user);
    var tail =
        workplace.listen(List.of(listening.program(), "tail", "--json"), listening.environment());
    var screen = workplace.show(home, cells.columns(), cells.rows(), List.of());
    screen.awaitFrameWith("ONLINE " + url.getScheme());
    return new Speaker(user, screen, tail);
  }

  String user() {
    return user;
  }

  int said() {
    return said;
  }

  ResidentWatch resident() {
    return resident;
  }

  /// Opens the conversation.
  void turnTo(Speaker other) throws IOException {
    screen.type("/msg %s\r".formatted(other.user));
    screen.awaitFrameWith("@" + other.user + ">");
  }

  /// Types the next text, and Enter.
  void say() throws IOException {
    screen.type(TalkCheck.text(user, said) + "\r");
    said++;
  }

  /// Everything that was printed, by the time the other's last text was, or nothing more came.
  List<String> printedUpTo(Speaker other) throws BenchException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    var last = "\"" + TalkCheck.text(other.user, other.said - 1) + "\"";
    printed.addAll(tail.heardSoFar());
    while (System.nanoTime() - end < 0 && printed.stream().noneMatch(it -> it.contains(last))) {
      Starts.settle();
      printed.addAll(tail.heardSoFar());
    }
    return printed;
  }

  /// Waits until the other's last text is on the screen and nothing waits to be sent, and ends.
  void quitSeeing(Speaker other) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    var last = TalkCheck.text(other.user, other.said - 1);
    var shown = screen.repaint();
    while (!shown.contains(last) || shown.contains(OUTBOX)) {
      if (System.nanoTime() - end > 0) {
        throw new BenchException("%s does not see %s, but:%n%s".formatted(user, last, shown));
      }
      Starts.settle();
      shown = screen.repaint();
    }
    screen.quit();
  }
}
