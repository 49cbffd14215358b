package kabar.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The home of a demo user who is logged in with the packed client.
///
/// @param image the folder of the packed programs
record ClientHome(Path image, Path folder) {
  private static final String PASSWORD = "surabaya\n";

  /// Makes one, and logs in over TCP.
  static ClientHome make(Path image, Workplace workplace, InetSocketAddress address, String user)
      throws IOException {
    var url = "tcp://%s:%d".formatted(address.getAddress().getHostAddress(), address.getPort());
    return make(image, workplace, URI.create(url), user);
  }

  /// Makes one, and logs in.
  static ClientHome make(Path image, Workplace workplace, URI url, String user) throws IOException {
    var home = new ClientHome(image, Files.createDirectories(workplace.newFolder("home")));
    home.give(PASSWORD, "login", url.toString(), user, "--password-stdin");
    return home;
  }

  /// Runs the client to its end and answers what it printed.
  ///
  /// @throws BenchException if it fails
  String run(String... arguments) throws IOException {
    return give("", arguments);
  }

  /// All that the client gets of an environment.
  Map<String, String> environment() {
    return Map.of(
        "HOME",
        folder.toString(),
        "LC_ALL",
        "C.UTF-8",
        "TERM",
        "xterm-256color",
        "PATH",
        System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
  }

  String program() {
    return image.resolve("bin", "kabar").toString();
  }

  private String give(String input, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(program()));
    command.addAll(List.of(arguments));
    return Programs.run(command, environment(), input);
  }
}
