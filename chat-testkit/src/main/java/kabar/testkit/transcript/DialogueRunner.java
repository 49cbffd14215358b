package kabar.testkit.transcript;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Plays the dialogue of a document: sends what clients send in it and compares what the server
/// says, exactly. What the server says and the document does not is a failure, too.
///
/// News of who is there are another matter: when they come, and which come together, depends on
/// time. Of them, those have to come that the document has.
public final class DialogueRunner {
  private static final Pattern PRESENCE =
      Pattern.compile(".*\"method\":\"presence\",\"params\":\\{\"users\":\\[(.*)],\"complete\":.*");

  private final TranscriptRunner.Wires wires;
  private final Runnable second;
  private final Map<String, Ear> ears = new LinkedHashMap<>();
  private final Names names;

  private DialogueRunner(TranscriptRunner.Wires wires, Runnable second, Map<String, String> known) {
    this.wires = wires;
    this.second = second;
    this.names = new Names(known);
  }

  /// Plays a dialogue on connections of its own, which are closed afterwards.
  ///
  /// @param wires called for each connection of the dialogue when it is first named
  /// @param second lets a second pass for the server
  /// @param known what some of the names stand for
  /// @throws AssertionError naming the line that was another one or did not come
  /// @throws IOException if a connection cannot be opened, used or closed
  public static void run(
      Dialogue dialogue, TranscriptRunner.Wires wires, Runnable second, Map<String, String> known)
      throws IOException {
    var runner = new DialogueRunner(wires, second, known);
    try {
      for (var turn : dialogue.turns()) {
        runner.play(turn);
      }
      runner.end();
    } finally {
      for (var ear : runner.ears.values()) {
        ear.close();
      }
    }
  }

  private void play(Turn turn) throws IOException {
    switch (turn) {
      case Turn.Ask(var connection, var line) -> ear(connection).say(names.fill(line));
      case Turn.Hear(var connection, var line) -> hear(ear(connection), line);
      case Turn.Pass _ -> second.run();
    }
  }

  private Ear ear(String connection) throws IOException {
    var known = ears.get(connection);
    if (known != null) {
      return known;
    }
    var ear = new Ear(wires.open());
    ears.put(connection, ear);
    return ear;
  }

  private void hear(Ear ear, Line expected) {
    var presence = PRESENCE.matcher(expected.text());
    if (presence.matches()) {
      hearPresence(ear, expected, presence.group(1));
      return;
    }
    var found = next(ear, expected);
    if (!names.accept(expected.text(), found)) {
      throw new AssertionError(
          "%s: the server said something else%nexpected: %s%n   found: %s"
              .formatted(expected.place(), names.filled(expected.text()), found));
    }
  }

  /// What changes at the same time is told together, before, or after.
  private void hearPresence(Ear ear, Line expected, String users) {
    var found = next(ear, expected);
    while (!names.acceptWithin(users, found)) {
      found = next(ear, expected);
    }
  }

  private String next(Ear ear, Line expected) {
    try {
      return ear.next(expected.text());
    } catch (IOException e) {
      throw new AssertionError(
          "%s: the server did not say it: %s%nexpected: %s"
              .formatted(expected.place(), e.getMessage(), names.filled(expected.text())),
          e);
    }
  }

  private void end() throws IOException {
    for (var ear : ears.entrySet()) {
      for (var line : ear.getValue().rest()) {
        if (!line.contains("\"method\":\"presence\"")) {
          throw new AssertionError(
              "%s: the server said more than the document: %s".formatted(ear.getKey(), line));
        }
      }
    }
  }
}
