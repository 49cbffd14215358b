package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The manual pages and completions, which are made from what `--help` is made from.
final class HandbookIT {

  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[a-zA-Z][a-z-]*");

  @TempDir Path temporary;

  @ParameterizedTest
  @MethodSource("programs")
  void theManualNamesEveryOptionOfTheHelp(String program) throws Exception {
    var manual = Files.readString(manual(program)).replace("\\-", "-").replaceAll("\\\\f.", "");

    var options = options(program);
    assertThat(options).contains("--help", "--version");
    assertThat(manual).contains(options);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void theManualIsSetWithoutAWarning(String program) throws Exception {
    Programs.require("groff");

    var outcome = run("groff", "-man", "-ww", "-z", "-Tutf8", manual(program).toString());

    assertThat(outcome).isEqualTo(new Image.Outcome(0, ""));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void bashCompletesOptions(String program) throws Exception {
    Programs.require("bash");

    // The shell refuses compopt where nobody has pressed the key.
    var probe =
        """
        source "$1"
        compopt() { :; }
        COMP_WORDS=("$2" --ver) COMP_CWORD=1 COMP_LINE="$2 --ver"
        "_complete_$2"
        echo "${COMPREPLY[@]}"
        """;
    var script = share("bash-completion/completions/" + program);
    var outcome = run("bash", "-euc", probe, "bash", script, program);

    assertThat(outcome.output().strip()).isEqualTo("--version");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void fishCompletesEveryOption(String program) throws Exception {
    Programs.require("fish");
    var script = share("fish/vendor_completions.d/" + program + ".fish");

    var outcome =
        run(
            "fish",
            "--no-config",
            "-c",
            "source '%s'; complete -C '%s --'".formatted(script, program));

    assertThat(outcome.output().lines().map(line -> line.split("\t", 2)[0]))
        .containsExactlyInAnyOrderElementsOf(longOptions(program));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void zshKnowsEveryOption(String program) throws Exception {
    Programs.require("zsh");
    var script = Path.of(share("zsh/site-functions/_" + program));

    assertThat(run("zsh", "-n", script.toString())).isEqualTo(new Image.Outcome(0, ""));
    assertThat(Files.readString(script))
        .startsWith("#compdef " + program + "\n")
        .contains(longOptions(program));
  }

  static List<String> programs() throws IOException {
    return Image.programs();
  }

  /// Every option that the first column of the help names.
  private List<String> options(String program) throws Exception {
    var help = run(Image.home().resolve("bin", program).toString(), "--help").output();
    return help.lines()
        .filter(line -> line.matches(" {2,6}-.*"))
        .map(line -> line.strip().split(" {2,}", 2)[0])
        .flatMap(names -> OPTION.matcher(names).results().map(MatchResult::group))
        .toList();
  }

  private List<String> longOptions(String program) throws Exception {
    return options(program).stream().filter(option -> option.startsWith("--")).toList();
  }

  private Image.Outcome run(String... command) throws Exception {
    var environment =
        Map.of("PATH", System.getenv("PATH"), "HOME", temporary.toString(), "LC_ALL", "C.UTF-8");
    return Image.run(temporary, environment, command);
  }

  private static Path manual(String program) {
    return Path.of(share("man/man1/" + program + ".1"));
  }

  private static String share(String name) {
    return Image.home().resolve("share").resolve(name).toString();
  }
}
