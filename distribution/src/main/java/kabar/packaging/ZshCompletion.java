package kabar.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The completion of a program for zsh: a file of its `fpath`, in terms of zshcompsys(1).
///
/// Of commands within the program it knows those of the first level.
final class ZshCompletion {
  private ZshCompletion() {}

  static String of(CommandSpec spec) {
    var head = "#compdef " + spec.name() + "\n";
    var commands = Words.subcommands(spec);
    if (commands.isEmpty()) {
      return head + arguments("_arguments", own(spec));
    }
    var arguments = options(spec);
    arguments.add(
        commands.stream()
            .map(command -> command.name() + "\\:" + quoted(Words.purpose(command)))
            .collect(Collectors.joining(" ", "1:command:((", "))")));
    arguments.add("*::argument:->within");
    return head
        + "local curcontext=\"$curcontext\" state line\n"
        + arguments("_arguments -C", arguments).replaceFirst("\n$", " && return\n")
        + "[[ $state == within ]] || return 1\n"
        + commands.stream()
            .map(command -> arguments(command.name() + ") _arguments", own(command)) + "  ;;\n")
            .collect(Collectors.joining("", "case $line[1] in\n", "esac\n"));
  }

  private static String arguments(String call, List<String> arguments) {
    return arguments.stream()
        .map(argument -> " \\\n  '" + argument.replace("'", "'\\''") + "'")
        .collect(Collectors.joining("", call, "\n"));
  }

  /// The options of a command, and files where it takes something else.
  private static List<String> own(CommandSpec spec) {
    var arguments = options(spec);
    if (!spec.positionalParameters().isEmpty()) {
      arguments.add("*:file:_files");
    }
    return arguments;
  }

  private static List<String> options(CommandSpec spec) {
    var options = new ArrayList<String>();
    Words.options(spec).forEach(option -> options.addAll(specifications(option)));
    return options;
  }

  private static String quoted(String words) {
    return "\"" + words.replaceAll("[\"\\\\$`]", "\\\\$0") + "\"";
  }

  /// One for each name.
  private static List<String> specifications(OptionSpec option) {
    var often = option.isMultiValue() ? "*" : "";
    return Stream.of(option.names())
        .map(name -> often + name + equalsSign(option, name) + summary(option) + value(option))
        .toList();
  }

  /// The value of a long option may stand behind `=` as well as in the next word.
  private static String equalsSign(OptionSpec option, String name) {
    return Words.takesValue(option) && name.startsWith("--") ? "=" : "";
  }

  private static String summary(OptionSpec option) {
    return "[" + escaped(Words.summary(option)) + "]";
  }

  private static String value(OptionSpec option) {
    if (!Words.takesValue(option)) {
      return "";
    }
    var label = ":" + escaped(option.paramLabel()) + ":";
    var values = Words.values(option);
    if (!values.isEmpty()) {
      return label + "(" + String.join(" ", values) + ")";
    }
    return Words.takesPath(option) ? label + "_files" : label;
  }

  private static String escaped(String words) {
    return words.replaceAll("[\\[\\]:\\\\]", "\\\\$0");
  }
}
