package kabar.tui.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import kabar.tui.keys.Input;
import kabar.tui.paint.Canvas;
import kabar.tui.paint.Size;
import kabar.tui.paint.Theme;
import org.jspecify.annotations.Nullable;

/// The terminal while it is ours, and what it was showing while it is not. Not thread-safe.
final class Hold {
  private static final Duration ESCAPE = Duration.ofMillis(30);
  private static final Duration ESCAPE_OVER_SSH = Duration.ofMillis(100);

  private record Taken(Tty tty, Keyboard keyboard) {}

  private final Consumer<Input> inputs;
  private final Runnable ended;
  private final Keyboard.Temper temper;
  private final OneWrite out = new OneWrite(new FileOutputStream(FileDescriptor.out));
  private final TtyTerminal terminal = new TtyTerminal(out, this::size);
  private final FramePainter painter;
  private @Nullable Taken taken;
  private Size size = new Size(0, 0);

  Hold(Map<String, String> environment, Consumer<Input> inputs, Runnable ended) {
    this.inputs = inputs;
    this.ended = ended;
    var abilities = Abilities.from(environment);
    var patience = environment.containsKey("SSH_CONNECTION") ? ESCAPE_OVER_SSH : ESCAPE;
    this.temper = new Keyboard.Temper(patience, abilities.pastes());
    this.painter = new FramePainter(terminal, abilities);
  }

  boolean isTaken() {
    return taken != null;
  }

  /// Takes the terminal as it is now.
  void take() throws IOException {
    var tty = Tty.open();
    try {
      tty.raw();
      taken = new Taken(tty, Keyboard.open(temper, inputs, ended));
      painter.forget();
      send(Modes.TAKE);
    } catch (IOException refused) {
      giveBack();
      tty.close();
      throw refused;
    }
  }

  /// Makes it ours again after others may have changed it.
  void retake() throws IOException {
    if (taken != null) {
      taken.tty().raw();
      painter.forget();
      send(Modes.ON);
    }
  }

  /// Leaves the terminal as it was taken; harmless where it is not taken.
  void giveBack() {
    var held = taken;
    if (held == null) {
      return;
    }
    size = held.tty().size();
    taken = null;
    try (var _ = held.tty();
        var _ = held.keyboard()) {
      send(Modes.GIVE_BACK);
    } catch (IOException hungUp) {
      // Then there is nobody to give it back to.
    }
  }

  /// How large it is, or was when it was ours.
  Size size() {
    return taken == null ? size : taken.tty().size();
  }

  void paint(Canvas frame, Theme theme) throws IOException {
    painter.paint(frame, theme);
    terminal.flushFrame();
  }

  /// Paints the latest frame whole, unless the terminal has another size by now.
  void repaint() throws IOException {
    painter.repaint(size());
    terminal.flushFrame();
  }

  void forget() {
    painter.forget();
  }

  /// Writes a sequence at once, outside of frames.
  void send(String sequence) throws IOException {
    terminal.send(sequence);
    terminal.flush();
  }
}
