package kabar.tui.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import kabar.tui.keys.Input;
import kabar.tui.paint.Drawing;
import kabar.tui.paint.Size;
import kabar.tui.paint.Theme;

/// A small program on the full screen, as whose user the tests sit. The letters that it takes:
///
/// - `q` ends it, `x` lets an exception fly
/// - `z` stops it, `e` runs a program on its terminal
/// - `t` names the window, `w` shows clusters of doubtful width and `v` takes them away
final class Guest {
  private static final String EDITOR = "stty -a </dev/tty; echo editing; read -r line; exit 7";

  private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private final TtyDevice device;
  private String last = "nothing";
  private boolean isWide;
  private boolean isDone;

  private Guest() throws Exception {
    this.device =
        TtyDevice.open(
            System.getenv(),
            input -> work.add(() -> take(input)),
            size -> work.add(() -> {}),
            () -> work.add(() -> isDone = true));
  }

  static void main() throws Exception {
    Files.writeString(Path.of("pid"), "" + ProcessHandle.current().pid());
    var guest = new Guest();
    try (var _ = guest.device) {
      guest.run();
    }
    Files.writeString(Path.of("said"), "ended after " + guest.last);
    System.out.println("ended after " + guest.last);
  }

  private void run() throws InterruptedException {
    paint();
    while (!isDone) {
      work.take().run();
      paint();
    }
  }

  private void take(Input input) {
    if (input instanceof Input.Typed(var text)) {
      last = text;
      obey(text);
    }
  }

  private void obey(String letter) {
    switch (letter) {
      case "q" -> isDone = true;
      case "x" -> throw new IllegalStateException("let fly");
      case "z" -> device.suspend();
      case "e" -> edit();
      case "t" -> device.title("Kabar of the guest");
      case "w" -> isWide = true;
      case "v" -> isWide = false;
      default -> {}
    }
  }

  private void edit() {
    try {
      last = "editor " + device.edit(List.of("sh", "-c", EDITOR));
    } catch (IOException | InterruptedException e) {
      last = e.toString();
    }
  }

  private void paint() {
    Size size = device.size();
    var drawing = new Drawing(size.columns(), size.rows());
    drawing.text(0, 0, "guest " + size.columns() + "x" + size.rows());
    drawing.text(0, 1, "last " + last);
    if (isWide) {
      drawing.cluster(0, 2, "👨‍👩‍👧", 2).cluster(3, 2, "✅", 2).cluster(6, 2, "e\u0301", 1);
    }
    drawing.text(9, 2, "|");
    drawing.text(0, size.rows() - 1, "~".repeat(size.columns()));
    drawing.cursor(2, 3);
    device.show(drawing.canvas(), Theme.TERMINAL);
  }
}
