package kabar.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The completion of a program for zsh: a file of its `fpath`, in terms of zshcompsys(1).
///
/// Of commands within the program it knows the names only.
final class ZshCompletion {
  private ZshCompletion() {}

  static String of(CommandSpec spec) {
    var arguments = new ArrayList<String>();
    Words.options(spec).forEach(option -> arguments.addAll(specifications(option)));
    var commands = Words.subcommands(spec);
    if (!commands.isEmpty()) {
      arguments.add(
          commands.stream()
              .map(CommandSpec::name)
              .collect(Collectors.joining(" ", "1:command:(", ")")));
    }
    if (!commands.isEmpty() || !spec.positionalParameters().isEmpty()) {
      arguments.add("*:file:_files");
    }
    return arguments.stream()
        .map(argument -> " \\\n  '" + argument.replace("'", "'\\''") + "'")
        .collect(Collectors.joining("", "#compdef " + spec.name() + "\n_arguments", "\n"));
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
