package kabar.tui;

import java.io.Console;
import java.util.Arrays;
import java.util.Optional;
import kabar.protocol.print.Printable;
import kabar.protocol.print.Terminal;

/// Asks at the terminal of this process.
record ConsoleAsker(Console console) implements Asker {

  /// The one that somebody sits at for both directions, if there is one.
  @SuppressWarnings("SystemConsoleNull") // Java 25's is null again where there is no terminal
  static Optional<Asker> ofProcess() {
    return Terminal.INPUT.isThere()
        ? Optional.ofNullable(System.console()).filter(Console::isTerminal).map(ConsoleAsker::new)
        : Optional.empty();
  }

  @Override
  public Optional<String> line(String prompt) {
    return Optional.ofNullable(console.readLine("%s", Printable.of(prompt)));
  }

  @Override
  public Optional<String> unseen(String prompt) {
    var typed = Optional.ofNullable(console.readPassword("%s", Printable.of(prompt)));
    var text = typed.map(String::new);
    typed.ifPresent(characters -> Arrays.fill(characters, '\0'));
    return text;
  }

  @Override
  public void say(String line) {
    console.printf("%s%n", Printable.of(line)).flush();
  }
}
