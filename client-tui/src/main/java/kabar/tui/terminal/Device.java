package kabar.tui.terminal;

import java.io.IOException;
import java.util.List;
import kabar.tui.paint.Canvas;
import kabar.tui.paint.Size;
import kabar.tui.paint.Theme;

/// The screen and what else a terminal can do. Any thread may call it; nothing here fails because
/// the terminal has gone: that is told once, to whoever opened it.
public interface Device extends AutoCloseable {

  /// How large the screen is now.
  Size size();

  /// Brings the screen to this frame, by what differs from the one before, with one write.
  void show(Canvas frame, Theme theme);

  /// Forgets what is on the screen, so that the next frame is painted whole.
  void redraw();

  /// Names the window. The text is clean and of one line, as for all texts here.
  void title(String clean);

  /// Rings, or flashes where the user has it so.
  void bell();

  /// Shows a notification outside the terminal, where the terminal can.
  void notify(String title, String body);

  /// Puts a text on the clipboard of the machine at which the user sits, where the terminal lets
  /// programs do that.
  void copy(String text);

  /// Gives the terminal back and stops this program and its group, as Ctrl-Z does elsewhere.
  /// Returns when it goes on, with the screen as it was.
  void suspend();

  /// Runs a program on the terminal and takes the terminal back after it.
  ///
  /// @return its exit code
  /// @throws IOException if it cannot be started
  /// @throws InterruptedException if the thread is interrupted while it runs; it is ended then
  int edit(List<String> command) throws IOException, InterruptedException;

  /// Gives the terminal back as it was. Harmless twice.
  @Override
  void close();
}
