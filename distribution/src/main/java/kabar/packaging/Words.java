package kabar.packaging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What a command line's description says, without picocli's marks.
final class Words {
  private Words() {}

  /// The lines of a description, a header or a footer.
  static List<String> lines(String... texts) {
    return Stream.of(texts)
        .map(text -> Ansi.OFF.string(text.formatted()))
        .flatMap(text -> Stream.of(text.split("\n", -1)))
        .toList();
  }

  /// The whole description of an option or a parameter, on one line.
  static String sentence(ArgSpec arg) {
    return String.join(" ", lines(arg.description())).strip();
  }

  /// The first sentence of it, without its full stop.
  static String summary(ArgSpec arg) {
    return sentence(arg).replaceFirst("(?s)[.;](\\s.*)?$", "");
  }

  /// The options that `--help` shows, in its order.
  static List<OptionSpec> options(CommandSpec spec) {
    return spec.options().stream().filter(option -> !option.hidden()).toList();
  }

  /// The commands that `--help` shows, in its order.
  static List<CommandSpec> subcommands(CommandSpec spec) {
    return spec.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .distinct()
        .filter(command -> !command.usageMessage().hidden())
        .toList();
  }

  /// A command and all commands within it.
  static Stream<CommandSpec> withSubcommands(CommandSpec spec) {
    return Stream.concat(
        Stream.of(spec), subcommands(spec).stream().flatMap(Words::withSubcommands));
  }

  /// The name of a command's manual page: `kabar-line`.
  static String page(CommandSpec spec) {
    return spec.qualifiedName("-");
  }

  /// What a command is for, in one line.
  static String purpose(CommandSpec spec) {
    var usage = spec.usageMessage();
    return Stream.of(usage.header(), usage.description())
        .flatMap(texts -> lines(texts).stream())
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("")
        .replaceFirst("\\.$", "");
  }

  static boolean takesValue(OptionSpec option) {
    return option.arity().max() > 0;
  }

  /// Whether its value is a file or a folder.
  static boolean takesPath(ArgSpec arg) {
    return Path.class.getName().equals(arg.typeInfo().getClassName());
  }

  /// The values it can have, where they are known: of an enum, or named in its label as `a|b`.
  static List<String> values(ArgSpec arg) {
    var candidates = new ArrayList<String>();
    if (arg.completionCandidates() != null) {
      arg.completionCandidates().forEach(candidates::add);
    }
    if (!candidates.isEmpty()) {
      return List.copyOf(candidates);
    }
    var label = arg.paramLabel();
    return label.matches("[a-z][a-z0-9-]*(\\|[a-z][a-z0-9-]*)+")
        ? List.of(label.split("\\|"))
        : List.of();
  }
}
