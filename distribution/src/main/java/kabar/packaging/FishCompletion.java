package kabar.packaging;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The completion of a program for fish, in lines of its command `complete`.
///
/// Of commands within the program it knows the names and the options of the first level.
final class FishCompletion {
  private FishCompletion() {}

  static String of(CommandSpec spec) {
    var complete = "complete -c " + spec.name();
    var own = Words.options(spec).stream().map(option -> complete + without(spec) + option(option));
    var commands =
        Words.subcommands(spec).stream()
            .flatMap(
                command ->
                    Stream.concat(
                        Stream.of(complete + command(command)),
                        Words.options(command).stream()
                            .map(option -> complete + within(command) + option(option))));
    // Files only where they are asked for.
    var files =
        spec.positionalParameters().isEmpty() ? Stream.of(complete + " -f") : Stream.<String>of();
    return Stream.of(files, own, commands)
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String command(CommandSpec command) {
    return " -n __fish_use_subcommand -a %s -d %s"
        .formatted(command.name(), quoted(Words.purpose(command)));
  }

  /// The program's own options do not go with its commands.
  private static String without(CommandSpec spec) {
    var commands =
        Words.subcommands(spec).stream().map(CommandSpec::name).collect(Collectors.joining(" "));
    return commands.isEmpty() ? "" : " -n " + quoted("not __fish_seen_subcommand_from " + commands);
  }

  private static String within(CommandSpec command) {
    return " -n " + quoted("__fish_seen_subcommand_from " + command.name());
  }

  private static String option(OptionSpec option) {
    var names = Stream.of(option.names()).map(FishCompletion::name).collect(Collectors.joining());
    return names + value(option) + " -d " + quoted(Words.summary(option));
  }

  private static String name(String name) {
    return name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1);
  }

  private static String value(OptionSpec option) {
    if (!Words.takesValue(option)) {
      return "";
    }
    var values = Words.values(option);
    if (!values.isEmpty()) {
      return " -x -a " + quoted(String.join(" ", values));
    }
    return Words.takesPath(option) ? " -r -F" : " -x";
  }

  private static String quoted(String words) {
    return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
