package kabar.tui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kabar.api.Providers;
import kabar.api.transport.TransportProvider;
import kabar.transport.tcp.TcpTransportProvider;
import kabar.tui.program.MemoryDevice;

/// Runs commands of the client as somebody's shell does: with a home folder and an environment of
/// its own, in this process.
final class Shell {
  private final Map<String, String> environment = new HashMap<>();
  private Seat seat = new Seat(_ -> false, Optional::empty, new MemoryDevice(), _ -> {});
  private List<TransportProvider> transports = List.of(new TcpTransportProvider());
  private Path image = Path.of("/nonexistent");

  Shell(Path home) {
    environment.put("HOME", home.toString());
    environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
    environment.put("XDG_STATE_HOME", home.resolve("state").toString());
  }

  /// What a command printed, and how it ended.
  record Ended(int exitCode, String out, String err) {

    /// What it printed, if it did what it should.
    String done() {
      assertThat(exitCode).as(out + err).isZero();
      return out;
    }

    /// The sentence with which it ended, if that is the only line.
    String refused(ExitCode code) {
      assertThat(exitCode).as(out + err).isEqualTo(code.number());
      assertThat(err).startsWith("kabar: ").endsWith("\n").hasLineCount(1);
      return err.strip();
    }
  }

  Shell with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /// Somebody can be asked from now on.
  Shell asking(Asker asker) {
    seat = new Seat(seat.terminals(), () -> Optional.of(asker), seat.screens(), _ -> {});
    return this;
  }

  /// Somebody sits at a terminal from now on.
  Shell seated() {
    return seatedAt(new MemoryDevice());
  }

  /// The same at one that can be looked at.
  Shell seatedAt(MemoryDevice screen) {
    seat = new Seat(_ -> true, seat.asker(), screen, _ -> {});
    return with("TERM", "xterm-256color").with("LANG", "C.UTF-8");
  }

  /// There is a further transport from now on.
  Shell reachingBy(TransportProvider transport) {
    transports = List.of(new TcpTransportProvider(), transport);
    return this;
  }

  /// The program is packed in a folder.
  Shell packedIn(Path folder) {
    image = folder;
    return this;
  }

  Ended run(String... arguments) {
    return runWith("", arguments);
  }

  /// The same with something to read.
  Ended runWith(String input, String... arguments) {
    var out = new ByteArrayOutputStream();
    return runInto(out, input, arguments);
  }

  /// The same where the output goes elsewhere.
  Ended runInto(OutputStream out, String input, String... arguments) {
    return runBetween(new ByteArrayInputStream(input.getBytes(UTF_8)), out, arguments);
  }

  /// The same where the input comes from elsewhere, too.
  Ended runBetween(InputStream in, OutputStream out, String... arguments) {
    var err = new StringWriter();
    var help = new StringWriter();
    var surroundings =
        new Surroundings(
            Map.copyOf(environment),
            in,
            out,
            () -> Providers.of("transport", transports),
            ZoneOffset.UTC,
            seat,
            image);
    int exitCode =
        Kabar.run(surroundings, new PrintWriter(help), new PrintWriter(err, true), arguments);
    var printed = out instanceof ByteArrayOutputStream bytes ? bytes.toString(UTF_8) : "";
    return new Ended(exitCode, help + printed, err.toString());
  }

  /// Logs in.
  void login(String url, String user) {
    runWith("surabaya\n", "login", url, user, "--password-stdin").done();
  }
}
