package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The manual pages and completions, which are made from what `--help` is made from.
final class HandbookIT {

  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[a-zA-Z][a-z-]*");

  @TempDir Path temporary;

  @ParameterizedTest
  @MethodSource("commands")
  void theManualNamesEveryOptionOfTheHelp(String command) throws Exception {
    var manual = Files.readString(manual(command)).replace("\\-", "-").replaceAll("\\\\f.", "");

    var options = options(command);
    assertThat(options).contains("--help", "--version");
    assertThat(manual).contains(options);
  }

  @Test
  void theManualOfAProgramPointsAtThoseOfItsCommands() throws Exception {
    assertThat(manual("kabar")).content().contains("\\fBkabar\\-line\\fR(1)");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theManualIsSetWithoutAWarning(String command) throws Exception {
    Programs.require("groff");

    var outcome = run("groff", "-man", "-ww", "-z", "-Tutf8", manual(command).toString());

    assertThat(outcome).isEqualTo(new Image.Outcome(0, ""));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void bashCompletesOptions(String command) throws Exception {
    assertThat(bash(command + " --ver")).isEqualTo("--version");
  }

  @Test
  void bashCompletesCommands() throws Exception {
    assertThat(bash("kabar li")).isEqualTo("line");
    assertThat(bash("kabar outbox re")).isEqualTo("retry");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void fishCompletesEveryOption(String command) throws Exception {
    assertThat(fish(command + " --")).containsExactlyInAnyOrderElementsOf(longOptions(command));
  }

  @Test
  void fishCompletesCommands() throws Exception {
    assertThat(fish("kabar ")).contains("line", "login", "send", "tail");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void zshCompletesEveryOption(String command) throws Exception {
    var options = longOptions(command).stream().sorted().toList();

    assertThat(zsh(command + " --", options.getLast())).contains(options);
  }

  @Test
  void zshCompletesCommands() throws Exception {
    assertThat(zsh("kabar li", "line")).endsWith("line\n");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void zshFindsItByItsFirstLine(String program) throws Exception {
    assertThat(Path.of(share("zsh/site-functions/_" + program)))
        .content()
        .startsWith("#compdef " + program + "\n");
  }

  static List<String> programs() throws IOException {
    return Image.programs();
  }

  /// The programs and the commands within them.
  static List<String> commands() throws IOException {
    return Stream.concat(programs().stream(), Stream.of("kabar line", "kabar send", "kabar tail"))
        .toList();
  }

  /// What the Tab key makes of the last word of a line.
  private String bash(String line) throws Exception {
    Programs.require("bash");
    // The shell refuses compopt where nobody has pressed the key.
    var probe =
        """
        source "$1"
        compopt() { :; }
        COMP_LINE=$2 COMP_POINT=${#2}
        COMP_WORDS=($2) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        "_complete_${COMP_WORDS[0]}"
        echo "${COMPREPLY[@]}"
        """;
    var script = share("bash-completion/completions/" + program(line));
    return run("bash", "-euc", probe, "bash", script, line).output().strip();
  }

  /// What the Tab key offers for the last word of a line.
  private List<String> fish(String line) throws Exception {
    Programs.require("fish");
    var script = share("fish/vendor_completions.d/" + program(line) + ".fish");
    var probe = "source '%s'; complete -C '%s'".formatted(script, line);
    var outcome = run("fish", "--no-config", "-c", probe);
    return outcome.output().lines().map(offer -> offer.split("\t", 2)[0]).toList();
  }

  /// What the Tab key shows for the last word of a line, on a terminal that zsh itself makes.
  ///
  /// @param last what is shown last
  private String zsh(String line, String last) throws Exception {
    Programs.require("zsh");
    var probe =
        """
        zmodload zsh/zpty
        zpty -b shell zsh -f -i
        zpty -w shell "fpath=('$1' \\$fpath); autoload -U compinit; compinit -D -u; print re''ady"
        zpty -r shell seen '*ready*'
        zpty -w -n shell "$2"$'\\t'
        zpty -r shell seen "*$3*"
        print -r -- $seen
        """;
    var functions = share("zsh/site-functions");
    return run("timeout", "20", "zsh", "-fc", probe, "zsh", functions, line, last).output();
  }

  private static String program(String line) {
    return line.split(" ", 2)[0];
  }

  /// Every option that the first column of the help names.
  private List<String> options(String command) throws Exception {
    var words = new ArrayList<>(List.of(command.split(" ")));
    words.set(0, Image.home().resolve("bin", words.getFirst()).toString());
    words.add("--help");
    var help = run(words.toArray(String[]::new)).output();
    return help.lines()
        .filter(line -> line.matches(" {2,6}-.*"))
        .map(line -> line.strip().split(" {2,}", 2)[0])
        .flatMap(names -> OPTION.matcher(names).results().map(MatchResult::group))
        .toList();
  }

  private List<String> longOptions(String command) throws Exception {
    return options(command).stream().filter(option -> option.startsWith("--")).toList();
  }

  private Image.Outcome run(String... command) throws Exception {
    var environment =
        Map.of("PATH", System.getenv("PATH"), "HOME", temporary.toString(), "LC_ALL", "C.UTF-8");
    return Image.run(temporary, environment, command);
  }

  private static Path manual(String command) {
    return Path.of(share("man/man1/" + command.replace(' ', '-') + ".1"));
  }

  private static String share(String name) {
    return Image.home().resolve("share").resolve(name).toString();
  }
}
