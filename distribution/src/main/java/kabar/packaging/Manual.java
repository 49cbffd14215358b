package kabar.packaging;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The manual page of a program, or of a command within it, for man(1), in the macros of
/// groff_man(7).
final class Manual {
  private final StringBuilder text = new StringBuilder();

  /// @param version of the programs, for the foot of the page
  Manual(CommandSpec spec, String version) {
    // No date: it would tell when this was built, not when anything changed.
    var name = Words.page(spec);
    line(".TH \"%s\" 1 \"\" \"Kabar %s\"".formatted(name.toUpperCase(Locale.ROOT), version));
    line(".SH NAME");
    line(escaped(name) + " \\- " + escaped(Words.purpose(spec)));
    line(".SH SYNOPSIS");
    verbatim(synopsis(spec));
    line(".SH DESCRIPTION");
    paragraphs(Words.lines(spec.usageMessage().description()));
    line(".SH OPTIONS");
    items(spec);
    var commands = Words.subcommands(spec);
    if (!commands.isEmpty()) {
      line(".SH COMMANDS");
      commands.forEach(this::command);
    }
    line(".SH DETAILS");
    verbatim(Words.lines(spec.usageMessage().footer()));
  }

  String text() {
    return text.toString();
  }

  /// A command has a page of its own.
  private void command(CommandSpec spec) {
    line(".TP");
    line("\\fB" + escaped(spec.qualifiedName()) + "\\fR");
    line(escaped(Words.purpose(spec)) + "; see \\fB" + escaped(Words.page(spec)) + "\\fR(1).");
  }

  /// The line that `--help` begins with.
  private static List<String> synopsis(CommandSpec spec) {
    return spec.commandLine().getHelp().synopsis(0).lines().toList();
  }

  private void items(CommandSpec spec) {
    spec.positionalParameters().stream()
        .filter(parameter -> !parameter.hidden())
        .forEach(parameter -> item("\\fI" + escaped(parameter.paramLabel()) + "\\fR", parameter));
    Words.options(spec).forEach(option -> item(heading(option), option));
  }

  /// Its names in bold and its value in italics, which is underlined on most terminals.
  private static String heading(OptionSpec option) {
    var names =
        Stream.of(option.names())
            .map(name -> "\\fB" + escaped(name) + "\\fR")
            .collect(Collectors.joining(", "));
    return Words.takesValue(option)
        ? names + "=\\fI" + escaped(Ansi.OFF.string(option.paramLabel())) + "\\fR"
        : names;
  }

  private void item(String heading, ArgSpec arg) {
    line(".TP");
    line(heading);
    line(escaped(Words.sentence(arg)));
  }

  private void paragraphs(List<String> lines) {
    lines.forEach(line -> line(line.isBlank() ? ".PP" : escaped(line)));
  }

  /// As it stands, because people have aligned it.
  private void verbatim(List<String> lines) {
    line(".nf");
    lines.forEach(line -> line(escaped(line)));
    line(".fi");
  }

  /// Nothing of it is a command of roff: those begin with a dot or an apostrophe, and a plain
  /// hyphen would not be the minus sign that people type. What is not ASCII stands as its number,
  /// because groff reads Latin-1.
  private static String escaped(String words) {
    var escaped = words.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
    var ascii =
        escaped
            .codePoints()
            .mapToObj(
                point -> point < 128 ? Character.toString(point) : "\\[u%04X]".formatted(point))
            .collect(Collectors.joining());
    return ascii.startsWith(".") ? "\\&" + ascii : ascii;
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
