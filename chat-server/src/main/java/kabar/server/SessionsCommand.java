package kabar.server;

import static picocli.CommandLine.ArgGroup;
import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import kabar.protocol.print.JsonLine;
import org.jspecify.annotations.Nullable;

/// Lists or ends the sessions of a user.
@Command(
    name = "sessions",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "List the sessions of a user of the running server: each login that has not ended.",
      ""
    },
    footer = {"", "Exit codes: 0; 1 if it was refused; 2 if no server could be asked."})
final class SessionsCommand implements Runnable {
  @Parameters(paramLabel = "USER", description = "The name of the user.")
  private String user;

  @ArgGroup private @Nullable Ending ending;

  @Option(names = "--json", description = "Print JSON, an object a line.")
  private boolean isJson;

  @Mixin private RemoteCommand remote;

  private SessionsCommand() {}

  /// What is to end.
  static final class Ending {
    @Option(names = "--end", paramLabel = "ID", description = "End this one: its id in the list.")
    private @Nullable String id;

    @Option(names = "--end-all", description = "End all of them.")
    private boolean isAll;
  }

  @Override
  public void run() {
    if (ending != null && ending.id != null) {
      remote.give(request("sessions end").with("id", ending.id));
    } else if (ending != null && ending.isAll) {
      remote.give(request("sessions end all"));
    } else {
      remote.give(request("sessions"), isJson);
    }
  }

  private JsonLine request(String command) {
    return JsonLine.of("command", command).with("user", user);
  }
}
