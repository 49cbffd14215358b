package kabar.server;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import kabar.protocol.print.JsonLine;

/// Makes an invite, or manages those there are.
@Command(
    name = "invite",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Make an invite of the running server: a code with which one person can make an account.",
      "",
      "The code is shown once. Whoever has it can use it, so hand it out in private.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Exit codes: 0; 1 if it was refused; 2 if no server could be asked.",
      "",
      "Example: kabard invite --note 'for lineker' --valid 2d"
    })
final class InviteCommand implements Runnable {
  @Option(
      names = "--note",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "What you want to remember about it.")
  private String note;

  @Option(
      names = "--valid",
      paramLabel = "DURATION",
      defaultValue = "",
      description =
          "For how long it is good, as 12h or 7d. Default: the setting registration.invite-validity.")
  private String valid;

  @Option(names = "--json", description = "Print JSON, an object a line.")
  private boolean isJson;

  @Mixin private RemoteCommand remote;

  private InviteCommand() {}

  @Override
  public void run() {
    var request = JsonLine.of("command", "invite").with("note", Argument.readable("--note", note));
    remote.give(valid.isEmpty() ? request : request.with("valid", valid), isJson);
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      sortOptions = false,
      usageHelpAutoWidth = true,
      description = "List the invites that were neither used nor taken back.")
  void list(
      @Option(names = "--json", description = "Print JSON, an object a line.") boolean wantsJson,
      @Mixin RemoteCommand way) {
    way.give(JsonLine.of("command", "invite list"), wantsJson);
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      sortOptions = false,
      usageHelpAutoWidth = true,
      description = "Take an invite back.")
  void revoke(
      @Parameters(paramLabel = "ID", description = "Which one: its id in the list.") String id,
      @Mixin RemoteCommand way) {
    way.give(JsonLine.of("command", "invite revoke").with("id", id));
  }
}
