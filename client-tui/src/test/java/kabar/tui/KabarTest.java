package kabar.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The command line. The transports of the packed program are not there.
final class KabarTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void withoutACommandItWantsToKnowWhoIsThere() {
    assertThat(run()).isEqualTo(3);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).startsWith("kabar: nobody is logged in").hasLineCount(1);
  }

  @Test
  void everyCommandHasHelp() {
    assertThat(run("--help")).isZero();
    assertThat(run("line", "--help")).isZero();
    assertThat(run("outbox", "send", "--help")).isZero();

    assertThat(out.toString())
        .contains("Usage: kabar line ")
        .contains("--dialect=chat|chatbox")
        .contains("Usage: kabar outbox send ")
        .contains("--wait[=DURATION]");
  }

  @Test
  void everyCommandTellsItsExitCodes() {
    for (var command : Kabar.commandLine(surroundings()).getSubcommands().values()) {
      assertThat(command.getUsageMessage()).contains("Exit codes:");
    }
  }

  @Test
  void everyCommandHasTheVersionOfTheProgram() {
    assertThat(run("--version")).isZero();
    assertThat(run("line", "--version")).isZero();

    assertThat(out.toString().lines()).hasSize(2).allMatch(line -> line.startsWith("kabar "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          talk                     | 'talk'                          | see kabar --help
          --bogus                            | '--bogus'                       | see kabar --help
          --profile x send messi hi          | --profile stands before the command send | expected after it
          --plain tail                       | --plain stands before the command tail   | expected after it
          --locale fr                        | --locale: cannot use 'fr'       | expected en or id
          --theme pink                       | --theme: cannot use 'pink'      | expected terminal, light, dark
          --server nonsense                  | cannot use 'nonsense'           | expected a URL such as
          line --bogus                       | '--bogus'                       | see kabar line --help
          line --plain                       | '--plain'                       | see kabar line --help
          line tcp://localhost:1 x           | 'x'                             | see kabar line --help
          line --trace --trace               | '--trace'                       | only once
          line --dialect chat --dialect chat | '--dialect'                     | only once
          line --timeout                     | '--timeout'                     | see kabar line --help
          line --timeout 3                   | --timeout: cannot use '3'       | 250ms, 20s
          line --timeout 0s                  | --timeout: cannot use '0s'      | from 1ms
          line --dialect jabber              | --dialect: cannot use 'jabber'  | expected chat or chatbox
          line nonsense                      | cannot use 'nonsense'           | expected a URL such as tcp://localhost:8889
          line //localhost:1                 | cannot use '//localhost:1'      | expected a URL such as tcp://localhost:8889
          line tcp://[::1                    | cannot use 'tcp://[::1'         | expected a URL such as tcp://localhost:8889
          line carrier-pigeon://localhost:1  | there is no 'carrier-pigeon'    | available:
          send                               | 'USER'                          | see kabar send --help
          send messi x --wait=soon           | --wait: cannot use 'soon'       | 250ms, 20s
          history                            | 'USER'                          | see kabar history --help
          history messi -n 0                 | --count: cannot use '0'         | expected a whole number, 1..
          tail a b                           | 'b'                             | see kabar tail --help
          tail -n x                          | --count: cannot use 'x'         | expected a whole number, 1..
          inbox --timeout 3                  | --timeout: cannot use '3'       | 250ms, 20s
          inbox --locale fr                  | --locale: cannot use 'fr'       | expected en or id
          inbox --profile A                  | --profile: cannot use 'A'       | expected 1 to 32
          login nonsense://                  | cannot use 'nonsense://'        | expected a URL such as
          sessions revok                     | 'revok'                         | see kabar sessions --help
          """)
  void aWrongCommandLineIsExplainedInOneSentence(String line, String found, String right) {
    assertThat(run(line.split(" "))).isEqualTo(2);

    assertThat(err.toString()).startsWith("kabar: ").contains(found).contains(right);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(out.toString()).isEmpty();
  }

  /// A home that is not there, so that no file of whoever runs this is read.
  private static Surroundings surroundings() {
    var own = Surroundings.ofProcess();
    return new Surroundings(
        Map.of("HOME", "/nonexistent"),
        own.in(),
        own.out(),
        own.transports(),
        own.zone(),
        new Seat(_ -> false, Optional::empty, own.seat().screens(), _ -> {}),
        own.image());
  }

  private int run(String... arguments) {
    return Kabar.run(surroundings(), new PrintWriter(out), new PrintWriter(err), arguments);
  }
}
