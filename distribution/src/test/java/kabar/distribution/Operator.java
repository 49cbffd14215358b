package kabar.distribution;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Gives commands of `kabard` to the server on one data folder.
///
/// @param folder where the commands are run, and for files of the test
record Operator(Path folder, Path data) {
  private static final Map<String, String> ENVIRONMENT = Map.of("KABAR_CONFIG", "/dev/null");

  /// A command with nothing to read, which comes to an end.
  Image.Outcome give(String... command) throws Exception {
    return Image.run(folder, ENVIRONMENT, line(command));
  }

  /// The same with a password to read.
  Image.Outcome giveWithPassword(String password, String... command) throws Exception {
    ServerLogs.noteSecret(password);
    return giveWithInput(password + "\n", command);
  }

  /// The same with a text to read.
  Image.Outcome giveWithInput(String text, String... command) throws Exception {
    var input = Files.createTempFile(folder, "input", "");
    Files.writeString(input, text);
    return Image.run(folder, ENVIRONMENT, input, line(command));
  }

  /// What a command prints that has to do what it should.
  String done(String... command) throws Exception {
    return done(give(command));
  }

  static String done(Image.Outcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    return outcome.output();
  }

  /// The sentence with which a command has to be refused.
  String refused(String... command) throws Exception {
    return sentence(1, give(command));
  }

  /// The one line that a program says when it ends with this code.
  static String sentence(int exitCode, Image.Outcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(exitCode);
    assertThat(outcome.output()).startsWith("kabard: ").endsWith("\n").hasLineCount(1);
    return outcome.output().strip();
  }

  /// Makes an account.
  void addUser(String user, String password) throws Exception {
    done(giveWithPassword(password, "user", "add", user));
  }

  /// Gives a command at a terminal, which `script` of util-linux makes, and types each line when
  /// it is asked for.
  Image.Outcome giveAtTerminal(List<String> prompts, String typed, String... command)
      throws IOException, InterruptedException {
    ServerLogs.noteSecret(typed);
    var quoted = "'" + String.join("' '", line(command)) + "'";
    var builder = new ProcessBuilder("script", "-qe", "-c", quoted, "/dev/null");
    builder.environment().clear();
    builder.environment().putAll(ENVIRONMENT);
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.redirectErrorStream(true);
    var process = builder.start();
    try {
      var printed = new Printed(process.getInputStream(), _ -> {});
      for (var prompt : prompts) {
        printed.await(prompt);
        process.getOutputStream().write((typed + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
      }
      var all = printed.awaitEnd();
      assertThat(process.waitFor(60, SECONDS)).isTrue();
      return new Image.Outcome(process.exitValue(), all);
    } finally {
      process.destroyForcibly();
    }
  }

  private String[] line(String... command) {
    var line = new ArrayList<>(List.of(Image.home().resolve("bin/kabard").toString()));
    line.addAll(List.of(command));
    line.addAll(List.of("--data", data.toString()));
    return line.toArray(String[]::new);
  }
}
