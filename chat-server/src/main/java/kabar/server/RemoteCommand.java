package kabar.server;

import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Spec;

import java.nio.file.Path;
import kabar.protocol.print.JsonLine;
import kabar.protocol.print.Terminal;
import kabar.server.control.ControlClient;
import picocli.CommandLine.Model.CommandSpec;

/// What every command to a running server has: which server, and whether progress is shown.
final class RemoteCommand {
  static final String PROGRESS =
      "Show how far it has come, also where the error output is no terminal.";

  @Mixin private PlaceOptions place;

  @Option(names = "--progress", description = PROGRESS)
  private boolean isProgressWanted;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private RemoteCommand() {}

  /// Gives the command and prints what comes of it as tables and sentences.
  void give(JsonLine request) {
    give(request, false);
  }

  /// The same, with JSON for rows if that is wanted.
  void give(JsonLine request, boolean isJson) {
    try (var output = ConsoleOutput.of(command, isJson, showsProgress())) {
      client().run(request, output, ControlClient.Lines.NONE);
    }
  }

  /// The same for a command with an input, whose progress is how much of it was read.
  void give(JsonLine request, TextLines input) {
    try (var output = ConsoleOutput.of(command, false, showsProgress())) {
      client()
          .run(
              request,
              output,
              () -> {
                output.progress().at(input.read(), input.total());
                return input.next();
              });
    }
  }

  /// The way to the server.
  ///
  /// @throws kabar.api.SettingsException if the data folder cannot be told, or is open to others
  ControlClient client() {
    var folder = place.data(System.getenv());
    DataFolder.check(folder);
    return new ControlClient(folder, Version.text());
  }

  boolean showsProgress() {
    return isProgressWanted || Terminal.ERRORS.isThere();
  }

  CommandSpec command() {
    return command;
  }

  /// The path as the server has to see it.
  static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }
}
