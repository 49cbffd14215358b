package kabar.tui.program;

import java.io.IOException;
import java.util.function.Consumer;
import kabar.tui.keys.Input;
import kabar.tui.paint.Size;
import kabar.tui.terminal.Device;

/// Takes the terminal for the full screen.
@FunctionalInterface
public interface Screens {

  /// Takes it.
  ///
  /// @param inputs is told what is typed, on any thread
  /// @param sizes is told how large it has become, on any thread
  /// @param gone is run when there is no terminal any more, on any thread
  /// @throws IOException if it cannot be taken
  Device open(Consumer<Input> inputs, Consumer<Size> sizes, Runnable gone) throws IOException;
}
