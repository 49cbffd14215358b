package kabar.tui;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.Callable;
import kabar.api.Form;
import kabar.api.ProviderException;
import kabar.api.SettingsException;
import kabar.client.Destination;
import kabar.client.Ways;
import kabar.protocol.TextAnswer;
import kabar.tui.line.LineClient;
import kabar.tui.line.LineDialect;
import kabar.tui.words.Language;
import kabar.tui.words.Sentences;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The line client, for people who type and for programs that write into a pipe.
@Command(
    name = "line",
    mixinStandardHelpOptions = true,
    versionProvider = Kabar.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Talks to a server line by line, as the two original chat clients did.",
      "",
      "Reads commands from the terminal or from a pipe until the input ends. Ctrl-C logs out"
          + " first.",
      ""
    },
    footer = {
      "",
      "What can be typed:",
      "  auth USER PASSWORD   log in",
      "  send USER TEXT       send a message, to yourself if you like",
      "  inbox                the messages sent to you",
      "  users                everybody online",
      "  online               everybody online but you",
      "  logout               log out; the program goes on",
      "",
      "Exit codes: 0 when the input ends, 1 if the server cannot be reached or is lost,",
      "2 if the command line is wrong, 130 after Ctrl-C.",
      "",
      "Example: printf 'auth messi surabaya\\ninbox\\n' | kabar line tcp://localhost:8889"
    })
final class LineCommand implements Callable<Integer> {
  private static final String DEFAULT_URL = "tcp://localhost:8889";
  private static final int LOST_SERVER = 1;

  @Parameters(
      arity = "0..1",
      paramLabel = "URL",
      description = "Where the server is. Default: " + DEFAULT_URL + ".")
  private String url = DEFAULT_URL;

  @Option(
      names = "--dialect",
      paramLabel = "chat|chatbox",
      description = "Which of the two originals to be like. Default: chat.")
  private String dialect = "chat";

  @Option(
      names = "--trace",
      description = "Also print what the original printed of its talk with the server.")
  private boolean isTraced;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description = "How long an answer may take, as 500ms, 30s or 2m. Default: 30s.")
  private String timeout = "30s";

  @Spec private CommandSpec spec;

  /// Talks until the input ends.
  @Override
  public Integer call() throws InterruptedException {
    try {
      var client = new LineClient(plan(), System.in, System.out);
      var uri = uri();
      var destination = new Destination(uri, surroundings().transports().get());
      // An inbox may be longer than what servers take.
      try (var ways = Ways.to(destination, TextAnswer.MAX_BYTES)) {
        Runtime.getRuntime().addShutdownHook(new Thread(client::interrupt, "kabar-goodbye"));
        client.run(new TellingDial(ways, sentences(), spec.commandLine().getErr()), uri);
      }
      return CommandLine.ExitCode.OK;
    } catch (SettingsException | ProviderException e) {
      return explain(e, CommandLine.ExitCode.USAGE);
    } catch (IOException e) {
      return explain(e, LOST_SERVER);
    }
  }

  private LineClient.Plan plan() {
    return new LineClient.Plan(
        LineDialect.parse(dialect)
            .orElseThrow(
                () ->
                    new SettingsException(
                        "--dialect: cannot use '%s' (expected chat or chatbox)"
                            .formatted(dialect))),
        isTraced,
        timeout());
  }

  private Duration timeout() {
    var form = Form.duration();
    return form.read(timeout)
        .orElseThrow(
            () ->
                new SettingsException(
                    "--timeout: cannot use '%s' (expected %s)"
                        .formatted(timeout, form.expected())));
  }

  private URI uri() {
    try {
      var uri = new URI(url);
      if (uri.getScheme() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Not a URL at all, which is the same to whoever typed it.
    }
    throw new SettingsException(
        "cannot use '%s' (expected a URL such as %s)".formatted(url, DEFAULT_URL));
  }

  private Sentences sentences() {
    return new Sentences(Language.of(surroundings().environment()));
  }

  private Surroundings surroundings() {
    return ((Kabar) spec.root().userObject()).surroundings();
  }

  private int explain(Exception e, int exitCode) {
    spec.commandLine().getErr().println("kabar: " + e.getMessage());
    return exitCode;
  }
}
