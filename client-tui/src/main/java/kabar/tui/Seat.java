package kabar.tui;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kabar.protocol.print.Terminal;

/// Who sits at the terminal, if there is one.
///
/// @param terminals which of the program's streams are terminals
/// @param asker asks whoever sits there, empty if nobody does
record Seat(Predicate<Terminal> terminals, Supplier<Optional<Asker>> asker) {

  /// The one of this process.
  static Seat ofProcess() {
    return new Seat(Terminal::isThere, ConsoleAsker::ofProcess);
  }

  /// Whether somebody types and reads at the same terminal.
  boolean isTaken() {
    return terminals.test(Terminal.INPUT) && terminals.test(Terminal.OUTPUT);
  }
}
