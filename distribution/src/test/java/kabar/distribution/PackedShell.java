package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives commands of `kabar` from the image, as somebody with a home folder of their own.
///
/// @param entering what stands before each command, so that it runs elsewhere
record PackedShell(Path home, Map<String, String> environment, List<String> entering) {

  PackedShell(Path home) throws IOException {
    this(Files.createDirectories(home), environment(home), List.of());
  }

  private static Map<String, String> environment(Path home) {
    return Map.of(
        "HOME",
        home.toString(),
        "XDG_CONFIG_HOME",
        home.resolve("config").toString(),
        "XDG_STATE_HOME",
        home.resolve("state").toString(),
        "PATH",
        Image.home().resolve("bin") + ":" + System.getenv("PATH"));
  }

  /// The same with a variable more.
  PackedShell with(String variable, String value) {
    var more = new HashMap<>(environment);
    more.put(variable, value);
    return new PackedShell(home, Map.copyOf(more), entering);
  }

  /// The same in another network.
  PackedShell inside(LossyNetwork network) {
    return new PackedShell(home, environment, network.entering());
  }

  /// A command with nothing to read, which comes to an end.
  Image.Outcome give(String... command) throws Exception {
    return Image.run(home, environment, line(command));
  }

  /// The same with a text to read.
  Image.Outcome giveWithInput(String text, String... command) throws Exception {
    var input = Files.createTempFile(home, "input", "");
    Files.writeString(input, text);
    return Image.run(home, environment, input, line(command));
  }

  /// What a command prints that has to do what it should.
  String done(String... command) throws Exception {
    return Operator.done(give(command));
  }

  /// The one line that a command says when it ends with this code.
  String refused(int exitCode, String... command) throws Exception {
    var outcome = give(command);
    assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(exitCode);
    assertThat(outcome.output()).startsWith("kabar: ").endsWith("\n").hasLineCount(1);
    return outcome.output().strip();
  }

  /// Logs in.
  void login(String url, String user, String password) throws Exception {
    ServerLogs.noteSecret(password);
    Operator.done(giveWithInput(password + "\n", "login", url, user, "--password-stdin"));
    ServerLogs.noteSecrets(Files.readString(home.resolve("state/kabar/default/session")));
  }

  /// A command that goes on.
  PackedClient start(String... command) throws IOException {
    return PackedClient.inPipe(environment, entering, command);
  }

  private String[] line(String... command) {
    var line = new ArrayList<>(entering);
    line.add(Image.home().resolve("bin/kabar").toString());
    line.addAll(List.of(command));
    return line.toArray(String[]::new);
  }
}
