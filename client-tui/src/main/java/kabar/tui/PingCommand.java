package kabar.tui;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import kabar.api.SettingsException;

/// Measures round trips.
@Command(
    name = "ping",
    mixinStandardHelpOptions = true,
    versionProvider = Kabar.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Ask a server whether it is there, and tell how long its answers take.",
      "",
      "It needs no login, and goes on until Ctrl-C, which prints the summary, too.",
      ""
    },
    footer = {"", ExitCode.TABLE, "", "Example: kabar ping -c 5 -i 0.2"})
final class PingCommand implements Callable<Integer> {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,5}(\\.\\d{1,3})?");

  @Parameters(
      arity = "0..1",
      paramLabel = "URL",
      description = "Where the server is. Default: as for kabar login.")
  private String url = "";

  @Option(
      names = {"-c", "--count"},
      paramLabel = "N",
      description = "End after so many questions.")
  private String count = "";

  @Option(
      names = {"-i", "--interval"},
      paramLabel = "SECONDS",
      description = "The pause between two questions, as 1 or 0.2. Default: 1.")
  private String interval = "1";

  @Mixin private JsonOption output;
  @Mixin private SharedOptions shared;

  @Override
  public Integer call() throws NotDoneException, IOException, InterruptedException {
    var errand = shared.errand(output.isJson());
    int most = count.isEmpty() ? Integer.MAX_VALUE : HistoryCommand.count("--count", count);
    var pause = pause();
    var pinger = new Pinger(errand, errand.server(url), new PingPrinter(errand));
    pinger.run(most, pause);
    return pinger.isAnswered() ? ExitCode.DONE.number() : ExitCode.UNREACHABLE.number();
  }

  private Duration pause() {
    return Optional.of(interval)
        .filter(text -> SECONDS.matcher(text).matches())
        .map(text -> Duration.ofMillis(Math.round(1000 * Double.parseDouble(text))))
        .orElseThrow(
            () ->
                new SettingsException(
                    "--interval: cannot use '%s' (expected seconds, such as 1 or 0.2)"
                        .formatted(interval)));
  }
}
