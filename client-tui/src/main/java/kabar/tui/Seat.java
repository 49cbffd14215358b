package kabar.tui;

import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kabar.protocol.print.Terminal;
import kabar.tui.program.Screens;
import kabar.tui.terminal.TtyDevice;

/// Who sits at the terminal, if there is one.
///
/// @param terminals which of the program's streams are terminals
/// @param asker asks whoever sits there, empty if nobody does
/// @param screens takes the terminal for the full screen
/// @param errors sends elsewhere what would be printed there past all of this, such as logs
record Seat(
    Predicate<Terminal> terminals,
    Supplier<Optional<Asker>> asker,
    Screens screens,
    Consumer<PrintStream> errors) {

  /// The one of this process.
  static Seat ofProcess() {
    return new Seat(
        Terminal::isThere,
        ConsoleAsker::ofProcess,
        (inputs, sizes, gone) -> TtyDevice.open(System.getenv(), inputs, sizes, gone),
        System::setErr);
  }

  /// Whether somebody types and reads at the same terminal.
  boolean isTaken() {
    return terminals.test(Terminal.INPUT) && terminals.test(Terminal.OUTPUT);
  }
}
