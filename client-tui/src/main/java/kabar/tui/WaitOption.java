package kabar.tui;

import static picocli.CommandLine.Option;

import java.time.Duration;
import java.util.Map;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// The option of every command that can wait for the server.
final class WaitOption {
  private static final String ENDLESS = "36500d";
  private static final Duration USUAL = Duration.ofSeconds(10);

  @Option(
      names = "--wait",
      arity = "0..1",
      paramLabel = "DURATION",
      preprocessor = Attached.class,
      description =
          "Wait until the server has stored it, also while the server is away: for ever, or as long"
              + " as in --wait=30s. Without it, 10 s are given to a server that is there.")
  private @Nullable String wait;

  Delivery.Patience patience() {
    return wait == null
        ? new Delivery.Patience(USUAL, false)
        : new Delivery.Patience(Request.duration("--wait", wait), true);
  }

  /// Takes a value only where it is attached: the next word is somebody's name.
  static final class Attached implements IParameterPreprocessor {

    @Override
    @SuppressWarnings("JdkObsolete") // the type is picocli's
    public boolean preprocess(
        Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
      if (" ".equals(info.get("separator"))) {
        args.push(ENDLESS);
      }
      return false;
    }
  }
}
