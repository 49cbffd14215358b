package kabar.server;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.io.IOException;
import kabar.protocol.print.JsonLine;

/// Manages the accounts of a running server.
@Command(
    name = "user",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Manage the accounts of the running server.",
      "",
      "A password is asked for without echo, or is the first line of the input where that is no"
          + " terminal.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Exit codes: 0; 1 if it was refused; 2 if no server could be asked.",
      "",
      "Example: kabard user add messi --name 'Lionel Messi'"
    })
final class UserCommand {
  private static final String USER = "The name of the user.";

  private UserCommand() {}

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      sortOptions = false,
      usageHelpAutoWidth = true,
      description = "Make an account.")
  void add(
      @Parameters(paramLabel = "USER", description = USER) String user,
      @Option(
              names = "--name",
              paramLabel = "NAME",
              defaultValue = "",
              description = "The name that others see. Default: that of the user.")
          String name,
      @Option(
              names = "--country",
              paramLabel = "COUNTRY",
              defaultValue = "",
              description = "Where they are from.")
          String country,
      @Mixin RemoteCommand remote)
      throws IOException {
    var request =
        request("add", user)
            .with("name", name.isEmpty() ? user : Argument.readable("--name", name))
            .with("country", Argument.readable("--country", country));
    remote.client();
    remote.give(request.with("password", Passwords.ask(user)));
  }

  @Command(
      name = "passwd",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      sortOptions = false,
      usageHelpAutoWidth = true,
      description = "Give somebody another password, and end all their sessions.")
  void passwd(
      @Parameters(paramLabel = "USER", description = USER) String user, @Mixin RemoteCommand remote)
      throws IOException {
    remote.client();
    remote.give(request("passwd", user).with("password", Passwords.ask(user)));
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      sortOptions = false,
      usageHelpAutoWidth = true,
      description = "List all accounts, the deleted ones too: nobody else can have their names.")
  void list(
      @Option(names = "--json", description = "Print JSON, an object a line.") boolean isJson,
      @Mixin RemoteCommand remote) {
    remote.give(JsonLine.of("command", "user list"), isJson);
  }

  @Command(
      name = "disable",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      sortOptions = false,
      usageHelpAutoWidth = true,
      description = "Keep somebody out until they are enabled again, and end all their sessions.")
  void disable(
      @Parameters(paramLabel = "USER", description = USER) String user,
      @Mixin RemoteCommand remote) {
    remote.give(request("disable", user));
  }

  @Command(
      name = "enable",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      sortOptions = false,
      usageHelpAutoWidth = true,
      description = "Let somebody in again.")
  void enable(
      @Parameters(paramLabel = "USER", description = USER) String user,
      @Mixin RemoteCommand remote) {
    remote.give(request("enable", user));
  }

  @Command(
      name = "delete",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      sortOptions = false,
      usageHelpAutoWidth = true,
      description =
          "Delete an account for good. What its user wrote stays with those it was written to.")
  void delete(
      @Parameters(paramLabel = "USER", description = USER) String user,
      @Mixin RemoteCommand remote) {
    remote.give(request("delete", user));
  }

  private static JsonLine request(String command, String user) {
    return JsonLine.of("command", "user " + command).with("user", user);
  }
}
