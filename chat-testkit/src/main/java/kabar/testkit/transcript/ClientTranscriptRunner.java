package kabar.testkit.transcript;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import kabar.testkit.transcript.Step.Action;

/// Plays transcripts of clients: types what is typed in them and compares what is printed, exactly.
public final class ClientTranscriptRunner {
  private static final int BY_INT = 128 + 2;

  private final Terminals terminals;
  private final Map<Integer, Terminal> open = new TreeMap<>();
  private final Tokens tokens = new Tokens();

  /// Starts clients.
  @FunctionalInterface
  public interface Terminals {

    /// A new client, of the transcript's dialect, that talks with the transcript's server.
    Terminal open() throws IOException;
  }

  private ClientTranscriptRunner(Terminals terminals) {
    this.terminals = terminals;
  }

  /// Plays a transcript with clients of its own, which are closed afterwards.
  ///
  /// @param terminals called for each terminal of the transcript when it is first used
  /// @throws AssertionError naming the place of what was not printed, or printed otherwise
  /// @throws IOException if a client cannot be started or used
  public static void run(ClientTranscript transcript, Terminals terminals) throws IOException {
    var runner = new ClientTranscriptRunner(terminals);
    try {
      for (var step : transcript.steps()) {
        runner.play(step);
      }
      if (!runner.open.isEmpty()) {
        throw new AssertionError(
            "%s: the clients %s do not end".formatted(transcript, runner.open.keySet()));
      }
    } finally {
      for (var terminal : runner.open.values()) {
        terminal.close();
      }
    }
  }

  private void play(Step step) throws IOException {
    var terminal = open.get(step.terminal());
    if (terminal == null) {
      terminal = terminals.open();
      open.put(step.terminal(), terminal);
    }
    expect(step.prompt(), terminal.read(Tokens.filledLength(step.prompt().text())));
    switch (step.action()) {
      case Action.Type(var line) -> type(terminal, line, step);
      case Action.Interrupt _ -> {
        terminal.interrupt();
        end(terminal, step, "^C", BY_INT);
      }
      case Action.EndInput _ -> {
        terminal.endInput();
        end(terminal, step, "", 0);
      }
    }
  }

  private void type(Terminal terminal, Line line, Step step) throws IOException {
    var typed = tokens.fill(line);
    terminal.type(typed);
    var expected = (terminal.echoes() ? typed + "\n" : "") + step.printed();
    expect(new Line(line.place(), expected), terminal.read(Tokens.filledLength(expected)));
  }

  private void end(Terminal terminal, Step step, String echo, int exitCode) throws IOException {
    var expected = (terminal.echoes() ? echo : "") + step.printed();
    expect(new Line(step.prompt().place(), expected), terminal.awaitEnd(exitCode));
    open.remove(step.terminal());
    terminal.close();
  }

  private void expect(Line expected, String found) {
    if (!tokens.accept(expected.text(), found)) {
      throw new AssertionError(
          "%s: something else was printed%nexpected: %s%n   found: %s"
              .formatted(expected.place(), tokens.known(expected.text()), found));
    }
  }
}
